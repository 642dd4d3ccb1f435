"""Models of the forms room, one file each."""

from forms.models.delivery import Delivery
from forms.models.draft import Draft
from forms.models.file import SubmissionFile
from forms.models.page import FormPage
from forms.models.status import StatusEvent
from forms.models.submission import Submission
from forms.models.version import FormVersion, ImmutableVersionError

__all__ = [
    "Delivery",
    "Draft",
    "FormPage",
    "FormVersion",
    "ImmutableVersionError",
    "StatusEvent",
    "Submission",
    "SubmissionFile",
]
