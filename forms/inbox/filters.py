"""What staff narrow the list by. No answer is opened for it."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Team, User
from forms.delivery.contacts import email_hash, phone_hash
from forms.delivery.references import ALPHABET, LENGTH, tidy_reference
from forms.inbox.paging import LATE_FIRST, NEWEST_FIRST, Order
from forms.inbox.scope import colleagues, visible_teams
from forms.models import FormPage, FormVersion, Submission
from forms.models.submission import OPEN, Status

Rows = QuerySet[Submission]
ANY = [("", _("Any"))]
MINE, NOBODY = "me", "none"
STATES = [("", _("Open")), ("all", _("All")), *Status.choices, ("merged", _("Merged into another"))]
AGES = [*ANY, ("-7", _("7 days or less")), ("7", _("More than 7 days")), ("28", _("More than 28 days"))]
PROMISES = [*ANY, ("late", _("Late")), ("soon", _("Due in 3 days")), ("kept", _("Not due yet"))]
TROUBLES = [
    *ANY,
    ("dead", _("A delivery was refused")),
    ("files", _("A file is held back")),
    ("money", _("A payment was refused")),
    ("refund", _("A refund may be due")),
]
SOON = timedelta(days=3)
#: The last letter of a reference: all that begin with some letters lie in one stretch of the index on both databases.
LAST = ALPHABET[-1]
#: A reference without letters would be one in 30,000: what looks like a number is one.
DIALLED = re.compile(r"[0-9 +()./-]{6,}")


class FilterForm(forms.Form):
    """All by GET, so that a list can be bookmarked; a value that is none is left out."""

    q = forms.CharField(label=_("Reference, email address or phone number"), required=False, max_length=254)
    form = forms.ModelChoiceField(FormPage.objects.none(), label=_("Form"), required=False, empty_label=_("Any"))
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), required=False, empty_label=_("Any"))
    assignee = forms.ChoiceField(label=_("Who deals with it"), required=False)
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    age = forms.ChoiceField(label=_("Age"), choices=AGES, required=False)
    promise = forms.ChoiceField(label=_("Promise"), choices=PROMISES, required=False)
    trouble = forms.ChoiceField(label=_("Needs a look"), choices=TROUBLES, required=False)

    def __init__(self, data: Any, user: User) -> None:
        super().__init__(data)
        self.user = user
        pages = FormPage.objects.filter(locale__language_code="en").only("title", "translation_key")
        self.fields["form"].queryset = pages.order_by("title")  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["team"].queryset = visible_teams(user)  # type: ignore[attr-defined] # a ModelChoiceField
        names = [(str(one.pk), one.get_full_name() or one.username) for one in colleagues()]
        self.fields["assignee"].choices = [*ANY, (MINE, _("Me")), (NOBODY, _("Nobody yet")), *names]  # type: ignore[attr-defined] # a ChoiceField

    def narrow(self, rows: Rows) -> tuple[Rows, Order]:
        """Return the rows that are wanted and the order to show them in."""
        self.full_clean()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        if "state" not in wanted:
            # What needs a look may hang on a request that is done: a refund is often made then.
            rows = rows if wanted.keys() & {"q", "trouble"} else rows.filter(OPEN)
        for name, value in wanted.items():
            rows = NARROW[name](self, rows, value)
        return rows, NEWEST_FIRST if "state" in wanted or "q" in wanted else LATE_FIRST

    @property
    def by_contact(self) -> bool:
        """Return whether the search names a person, which is written down."""
        return bool(contact_hashes(self.cleaned_data.get("q", "")))


def contact_hashes(text: str) -> dict[str, str]:
    """Return the column and keyed hash of an e-mail address or a phone number; nothing for a reference."""
    if "@" in text:
        return {"email_hash": email_hash(text)}
    number = phone_hash(text) if DIALLED.fullmatch(text.strip()) else ""
    return {"phone_hash": number} if number else {}


def _search(_form: FilterForm, rows: Rows, text: str) -> Rows:
    known = contact_hashes(text)
    if known:
        return rows.filter(**known)
    reference = tidy_reference(text)
    if not reference:
        return rows.none()
    return rows.filter(reference__range=(reference, reference.ljust(LENGTH, LAST)))


def _of_form(_form: FilterForm, rows: Rows, page: FormPage) -> Rows:
    versions = FormVersion.objects.filter(form__translation_key=page.translation_key).values_list("pk", flat=True)
    return rows.filter(version__in=list(versions))


def _assigned(form: FilterForm, rows: Rows, who: str) -> Rows:
    if who == NOBODY:
        return rows.filter(assignee=None)
    return rows.filter(assignee=form.user.pk if who == MINE else int(who))


def _state(_form: FilterForm, rows: Rows, state: str) -> Rows:
    if state == "merged":
        return rows.filter(merged_into__isnull=False)
    return rows if state == "all" else rows.filter(status=state)


def _age(_form: FilterForm, rows: Rows, days: str) -> Rows:
    since = timezone.now() - timedelta(days=abs(int(days)))
    return rows.filter(received_at__gte=since) if days.startswith("-") else rows.filter(received_at__lt=since)


def _promise(_form: FilterForm, rows: Rows, promise: str) -> Rows:
    today = timezone.localdate()
    days = {"late": Q(due_on__lt=today), "soon": Q(due_on__range=(today, today + SOON)), "kept": Q(due_on__gte=today)}
    return rows.filter(days[promise], closed_at=None)


def _trouble(_form: FilterForm, rows: Rows, trouble: str) -> Rows:
    from forms.inbox.trouble import refused, with_held_files, with_refund_due, with_refused_payments

    found = {"dead": refused, "files": with_held_files, "money": with_refused_payments, "refund": with_refund_due}
    return rows.filter(pk__in=found[trouble]())


NARROW: dict[str, Callable[[FilterForm, Rows, Any], Rows]] = {
    "q": _search,
    "form": _of_form,
    "team": lambda _form, rows, team: rows.filter(team=team),
    "assignee": _assigned,
    "state": _state,
    "age": _age,
    "promise": _promise,
    "trouble": _trouble,
}
