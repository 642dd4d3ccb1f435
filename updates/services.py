"""The one door of the updates room."""

from updates.models import Notice
from updates.watching.pages import tell_people

__all__ = ["Notice", "tell_people"]
