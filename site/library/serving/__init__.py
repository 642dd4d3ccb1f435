"""How documents go out."""
