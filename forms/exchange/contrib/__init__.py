"""The formats that come with Waymark; each registers itself when ``registry.load`` imports it."""
