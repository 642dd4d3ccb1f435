"""What was published when, and what is different between two versions, or between one and the draft."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from forms.compiler import build
from forms.compiler.describe import describe
from forms.engine.numbers import read_count
from forms.models import FormPage, FormVersion
from forms.trying.access import for_author

DRAFT = "draft"


@dataclass(frozen=True)
class Change:
    """One line of the comparison; one side is empty when a line was added or removed."""

    kind: str
    before: str
    after: str


@for_author
def compare(request: HttpRequest, page: FormPage) -> HttpResponseBase:
    """List the versions of this language; two of them, newest against the draft by default, are compared."""
    versions = FormVersion.objects.filter(form=page.pk, locale=page.locale.language_code)
    newest = versions.first()
    before = request.GET.get("before", str(newest.number) if newest else DRAFT)
    after = request.GET.get("after", DRAFT)
    left, right = _lines(page, versions, before), _lines(page, versions, after)
    context = {
        "page": page,
        "versions": versions,
        "before": before,
        "after": after,
        "changes": None if left is None or right is None else [*changes(left, right)],
    }
    return render(request, "forms/admin/versions.html", context, status=404 if context["changes"] is None else 200)


def changes(left: list[str], right: list[str]) -> Iterator[Change]:
    """Yield what is different, in reading order; lines that are the same are left out."""
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for before, after in zip_longest(left[a:b], right[c:d], fillvalue=""):
            yield Change(_kind(before, after), before, after)


def _kind(before: str, after: str) -> str:
    if before and after:
        return _("Changed")
    return _("Added") if after else _("Removed")


def _lines(page: FormPage, versions: QuerySet[FormVersion], which: str) -> list[str] | None:
    """Return a version's lines, the draft's, or None for a number that does not exist."""
    if which == DRAFT:
        return describe(build(page).schema)
    number = read_count(which)
    version = None if number is None else versions.filter(number=number).first()
    return describe(version.schema) if version else None
