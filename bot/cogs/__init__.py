"""Features, one a file: each reads what Discord brings, calls the core, and sends."""
