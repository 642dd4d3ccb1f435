"""Five complete forms for the demo site."""
