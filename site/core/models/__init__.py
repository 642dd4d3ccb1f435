"""Models of the frame, one file each. Other rooms import them from here."""

from core.models.contact import Contact, Team
from core.models.page import BasePage
from core.models.user import User

__all__ = ["BasePage", "Contact", "Team", "User"]
