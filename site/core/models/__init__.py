"""Models of the frame, one file each. Other rooms import them from here."""

from core.models.alert import AlertBanner
from core.models.audit import AuditEvent
from core.models.brand import BrandSettings, FooterLink
from core.models.contact import Contact, Team
from core.models.job import ScheduledJob
from core.models.message import OutgoingMessage
from core.models.outbox import OutboxItem
from core.models.page import BasePage
from core.models.promise import ServicePromise
from core.models.recovery import RecoveryCode
from core.models.user import User

__all__ = [
    "AlertBanner",
    "AuditEvent",
    "BasePage",
    "BrandSettings",
    "Contact",
    "FooterLink",
    "OutboxItem",
    "OutgoingMessage",
    "RecoveryCode",
    "ScheduledJob",
    "ServicePromise",
    "Team",
    "User",
]
