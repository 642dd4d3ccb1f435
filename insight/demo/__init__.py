"""Demonstration rows of this room: what the council did, marked as examples. Never a made-up rating."""
