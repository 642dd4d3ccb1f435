"""Models of the frame, one file each. Other rooms import them from here."""

from core.models.alert import AlertBanner
from core.models.brand import BrandSettings, FooterLink
from core.models.contact import Contact, Team
from core.models.page import BasePage
from core.models.user import User

__all__ = ["AlertBanner", "BasePage", "BrandSettings", "Contact", "FooterLink", "Team", "User"]
