"""The standard questions that a new website starts with: name, address, contact, for somebody else, needs."""

from forms.library.loader import load_library

__all__ = ["load_library"]
