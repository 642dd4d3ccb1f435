"""Models of the frame, one file each. Other rooms import them from here."""

from core.models.audit import AuditEvent
from core.models.contact import Contact, Team
from core.models.page import BasePage
from core.models.recovery import RecoveryCode
from core.models.user import User

__all__ = ["AuditEvent", "BasePage", "Contact", "RecoveryCode", "Team", "User"]
