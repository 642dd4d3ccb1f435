"""The one door of the forms room: typed verbs that other rooms, settings and tests may call."""

from forms.compiler import build, findings, page_findings, publish_version, register_supplier
from forms.delivery.registry import register_connector
from forms.delivery.status import set_status
from forms.delivery.submit import IncompleteError, submit
from forms.retention import erase_due
from forms.rights.registry import PersonHolding, register_person_holding
from forms.runner.drafts import start_draft
from forms.runner.expired import csrf_failed
from forms.runner.lookup import find_submission

__all__ = [
    "IncompleteError",
    "PersonHolding",
    "build",
    "csrf_failed",
    "erase_due",
    "find_submission",
    "findings",
    "page_findings",
    "publish_version",
    "register_connector",
    "register_person_holding",
    "register_supplier",
    "set_status",
    "start_draft",
    "submit",
]
