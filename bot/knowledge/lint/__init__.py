"""What is no mistake in a base but will serve its members badly, a module for each kind."""
