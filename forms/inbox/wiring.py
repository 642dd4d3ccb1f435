"""What the inbox adds to the registries: sealed columns for ``rotate_keys``, and rules that run by the clock."""

from datetime import timedelta
from operator import attrgetter

from core.services import register_job, register_rotation, register_sealed
from forms.inbox.escalate import escalate
from forms.mine.visit import forget_old_visits
from forms.models import CaseKey, CaseNote, CaseQuestion, StatusEvent, Submission, SubmissionFile
from forms.sealed_words import SealedWords


def connect() -> None:
    """Fill the registries; ``FormsConfig.ready`` calls it once."""
    register_sealed(Submission, "sealed", attrgetter("place"))
    register_sealed(CaseNote, "sealed", attrgetter("place"))
    register_sealed(CaseQuestion, "sealed", attrgetter("place"))
    register_sealed(CaseKey, "wrapped", attrgetter("place"))
    register_rotation(SealedWords(StatusEvent, "public_text"))
    register_rotation(SealedWords(SubmissionFile, "name"))
    register_job("forms.visits", timedelta(minutes=10), forget_old_visits)
    register_job("forms.escalate", timedelta(hours=1), escalate)
