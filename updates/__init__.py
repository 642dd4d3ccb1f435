"""Keeping people updated: who asked to hear about what, what there is to tell, and newsletters."""
