"""Models of the forms room, one file each."""

from forms.models.delivery import Delivery
from forms.models.draft import Draft
from forms.models.example import FormExample
from forms.models.file import SubmissionFile
from forms.models.link import ReturnLink
from forms.models.page import FormPage
from forms.models.shared import SharedSteps
from forms.models.status import StatusEvent
from forms.models.submission import Submission
from forms.models.version import FormVersion, ImmutableVersionError

__all__ = [
    "Delivery",
    "Draft",
    "FormExample",
    "FormPage",
    "FormVersion",
    "ImmutableVersionError",
    "ReturnLink",
    "SharedSteps",
    "StatusEvent",
    "Submission",
    "SubmissionFile",
]
