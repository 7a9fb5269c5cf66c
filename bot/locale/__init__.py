"""The interface's words in other languages: a gettext catalogue for each, and what reads them."""
