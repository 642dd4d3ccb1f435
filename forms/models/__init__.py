"""Models of the forms room, one file each."""

from forms.models.booking import Booking, Seat, Slot, Waiting
from forms.models.calendar import ClosedDay, OpeningPattern, Resource
from forms.models.connection import Connection, FormConnection, InboundEvent
from forms.models.decision import DecisionTemplate
from forms.models.delivery import Delivery
from forms.models.demo_payment import DemoPayment
from forms.models.draft import Draft
from forms.models.draft_contact import DraftContact
from forms.models.erasure import Erasure
from forms.models.escalation import Escalation, EscalationRule
from forms.models.example import FormExample
from forms.models.file import SubmissionFile
from forms.models.key import CaseKey
from forms.models.link import ReturnLink
from forms.models.note import CaseNote, CaseQuestion
from forms.models.page import FormPage
from forms.models.payment import Payment, PaymentAccount, PaymentAction
from forms.models.proof import ContactCode, ContactVisit, ProvenContact
from forms.models.refund_due import RefundDue
from forms.models.scope import CaseScope
from forms.models.shared import SharedSteps
from forms.models.status import StatusEvent
from forms.models.submission import Submission
from forms.models.version import FormVersion, ImmutableVersionError

__all__ = [
    "Booking",
    "CaseKey",
    "CaseNote",
    "CaseQuestion",
    "CaseScope",
    "ClosedDay",
    "Connection",
    "ContactCode",
    "ContactVisit",
    "DecisionTemplate",
    "Delivery",
    "DemoPayment",
    "Draft",
    "DraftContact",
    "Erasure",
    "Escalation",
    "EscalationRule",
    "FormConnection",
    "FormExample",
    "FormPage",
    "FormVersion",
    "ImmutableVersionError",
    "InboundEvent",
    "OpeningPattern",
    "Payment",
    "PaymentAccount",
    "PaymentAction",
    "ProvenContact",
    "RefundDue",
    "Resource",
    "ReturnLink",
    "Seat",
    "SharedSteps",
    "Slot",
    "StatusEvent",
    "Submission",
    "SubmissionFile",
    "Waiting",
]
