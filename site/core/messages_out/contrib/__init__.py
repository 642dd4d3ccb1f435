"""The backends that Waymark brings."""
