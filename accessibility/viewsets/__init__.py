"""Screens of this room in Wagtail's admin."""
