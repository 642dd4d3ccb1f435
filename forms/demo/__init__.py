"""Fourteen complete forms for the demo site."""
