"""Entries added to a knowledge folder by a program, without a line of it touched beside them."""
