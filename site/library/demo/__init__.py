"""Documents of the demonstration, made when they are loaded."""
