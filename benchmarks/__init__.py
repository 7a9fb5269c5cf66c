"""How right, how fast and how large: Footnote beside what else runs locally, from one run."""
