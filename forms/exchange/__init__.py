"""Import and export of form definitions. ``registry`` holds the formats; ``contrib`` has one package a format."""
