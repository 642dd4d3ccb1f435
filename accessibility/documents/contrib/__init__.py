"""Engines of others, each behind an adapter so that it can be changed."""
