"""Synonyms and best bets from CSV. A file is taken whole or not at all, and each wrong line is named."""

import csv
import io
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from search.editors.sent import words_in
from search.models import BestBet, Synonym

SYNONYM_COLUMNS = ("language", "words", "means", "both_ways")
BEST_BET_COLUMNS = ("language", "query", "address")
MOST_BYTES, MOST_CELL = 1_000_000, 2048
TRUE = {"1", "yes", "true"}


@dataclass
class Imported:
    """How many rows are new and how many were there; ``faults`` says what is wrong, and then nothing was taken."""

    added: int = 0
    known: int = 0
    faults: list[str] = field(default_factory=list)


def import_csv(content: bytes) -> Imported:
    """Take synonyms (language, words, means, both_ways) or best bets (language, query, address), by their columns."""
    result = Imported()
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error):
        return Imported(faults=[_("This is no CSV file in UTF-8. Save it as “CSV UTF-8” and try again.")])
    columns = set(rows[0]) if rows else set()
    take = next((take for needed, take in _KINDS.items() if set(needed) <= columns), None)
    if take is None:
        words = _("The first line must name the columns: %(synonyms)s for synonyms, or %(bets)s for best bets.")
        return Imported(faults=[words % {"synonyms": ", ".join(SYNONYM_COLUMNS), "bets": ", ".join(BEST_BET_COLUMNS)}])
    with transaction.atomic():
        for number, row in enumerate(rows, 2):
            try:
                told = {name: row[name] or "" for name in columns if isinstance(name, str)}
                _count(result, take({name: words_in(told, name, MOST_CELL) for name in told}))
            except ValidationError as error:
                words = " ".join(error.messages)
                result.faults.append(_("Line %(number)s: %(fault)s") % {"number": number, "fault": words})
        if result.faults:
            transaction.set_rollback(True)
    return result


def _count(result: Imported, added: bool) -> None:  # noqa: FBT001 - counts what the line above it did
    result.added += added
    result.known += not added


def _synonym(row: dict[str, str]) -> bool:
    row_ = Synonym(
        language=row["language"], words=row["words"], means=row["means"], both_ways=row["both_ways"].lower() in TRUE
    )
    if Synonym.objects.filter(language=row_.language, words=row_.words, means=row_.means).exists():
        return False
    row_.full_clean()
    row_.save()
    return True


def _best_bet(row: dict[str, str]) -> bool:
    page = _page_at(row["address"])
    if page is None:
        raise ValidationError(_("There is no page at %(address)s."), params={"address": row["address"]})
    bet = BestBet(language=row["language"], query=row["query"], page=page)
    if BestBet.objects.filter(language=bet.language, query=bet.query, page=page).exists():
        return False
    bet.full_clean(exclude=["folded"])
    bet.save()
    return True


def _page_at(address: str) -> Page | None:
    home = Site.objects.get(is_default_site=True).root_page
    path = "/".join(part for part in address.split("/") if part)
    return Page.objects.live().filter(url_path=f"{home.url_path}{path}/" if path else home.url_path).first()


_KINDS = {SYNONYM_COLUMNS: _synonym, BEST_BET_COLUMNS: _best_bet}
