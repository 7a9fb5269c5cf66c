"""Replies as Discord components."""
