"""The real bot on a simulated server, to try in the browser and to photograph for the docs."""
