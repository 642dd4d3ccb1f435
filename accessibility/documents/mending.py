"""The website's side of a mend: a sealed process makes a new file, which goes through the intake like any other."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accessibility.documents.advice import REFUSALS, fill
from accessibility.documents.mends import Wish
from accessibility.documents.sandbox import Made, make_file
from accessibility.documents.verdicts import ensure_checked
from core.models import User
from core.services import record_event
from library.models import CustomDocument
from library.services import ChangedMeanwhileError, Refused, replace_content

#: These answers are about what the author typed, so they stand beside the field.
ABOUT_THE_WORDS = frozenset({"poor_title", "poor_language", "poor_alternative"})


@dataclass(frozen=True)
class Outcome:
    """What was changed, or why nothing was; with ``retype`` the words typed are at fault."""

    changes: tuple[str, ...] = ()
    refusal: str = ""
    retype: bool = False


def mend(document: CustomDocument, wish: Wish, *, seen: str, by: User) -> Outcome:
    """Mend the content ``seen`` (SHA-256) of a document as its next version, and check that at once.

    The file that was mended stays in the store as it is. Takes up to a minute: two sealed processes run.
    """
    if document.sha256 != seen:
        return Outcome(refusal=_(REFUSALS["mended_meanwhile"]))
    try:
        with document.open_file() as file:
            made = make_file(file, "mend", wish.as_json())
    except FileNotFoundError:
        made = Made(error="missing")
    if made.error:
        return Outcome(refusal=_(REFUSALS.get(made.error, REFUSALS["no_mend"])), retype=made.error in ABOUT_THE_WORDS)
    return _store(document, wish, made, seen=seen, by=by)


def _store(document: CustomDocument, wish: Wish, made: Made, *, seen: str, by: User) -> Outcome:
    """Store the new file with the record of who made it."""
    try:
        with transaction.atomic():
            stored = replace_content(document, made.data, expected=seen)
            if isinstance(stored, Refused):
                return Outcome(refusal=stored.message)
            record_event(verb=f"document.mend.{wish.mend}", obj=stored, actor=by)
    except ChangedMeanwhileError:
        return Outcome(refusal=_(REFUSALS["mended_meanwhile"]))
    ensure_checked(stored)
    return Outcome(changes=tuple(_sentences(made)))


def _sentences(made: Made) -> list[str]:
    """Return what the mend changed, in the language of the reader."""
    return [fill(_(str(row["sentence"])), dict(row["parameters"])) for row in made.told["changes"]]
