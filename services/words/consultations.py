"""Where a consultation stands, as one sentence."""

from datetime import date

from django.utils.translation import gettext as _

from services.words.dates import day_in_words


def note_in_words(state: str, opens_on: date, closes_on: date, outcome_on: date | None) -> str:
    """Return the sentence for a state: coming, open, closed or outcome."""
    if state == "coming":
        return _("Opens on %(day)s.") % {"day": day_in_words(opens_on)}
    if state == "open":
        return _("Open until the end of %(day)s.") % {"day": day_in_words(closes_on)}
    if state == "outcome" and outcome_on:
        return _("We decided on %(day)s.") % {"day": day_in_words(outcome_on)}
    if state == "outcome":
        return _("We have decided.")
    return _("Closed on %(day)s. We are reading what you said.") % {"day": day_in_words(closes_on)}
