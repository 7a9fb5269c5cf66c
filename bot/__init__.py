"""Footnote: a Discord bot that answers from a curated source and shows the passage."""

__version__ = "0.1.0"
