"""Subcommands of ``footnote`` that need more than a few lines: read arguments, call, print."""
