"""From YAML files to a checked base. Knows files and YAML, nothing of Discord."""
