"""Example areas, readers and a newsletter."""
