"""What staff fill in to move a request on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from core.models import Team, User
from forms.delivery.references import tidy_reference
from forms.inbox.scope import visible_cases, who_sees
from forms.models import Submission
from forms.models.note import LONGEST
from forms.models.status import LONGEST_WORDS
from forms.models.submission import Status

ENDS = [(state.value, state.label) for state in (Status.DECIDED, Status.CLOSED)]


def words(rows: int = 3) -> AdminAutoHeightTextInput:
    """Return a box for whole sentences."""
    return AdminAutoHeightTextInput(attrs={"rows": rows})


class CaseForm(forms.Form):
    """Knows which request it is about and who fills it in."""

    def __init__(self, *args: Any, case: Submission, staff: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.staff = case, staff


class StatusForm(CaseForm):
    """The new state and words for the resident."""

    status = forms.ChoiceField(label=_("Where it stands"), choices=Status.choices)
    public_text = forms.CharField(
        label=_("Words for the resident"),
        help_text=_("They read this on their request's page. Write as you would say it. Name nobody."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=words(2),
    )


class DecideForm(CaseForm):
    """A decision needs its reasons: a state alone tells nobody why."""

    status = forms.ChoiceField(label=_("What it is now"), choices=ENDS)
    public_text = forms.CharField(
        label=_("The decision and its reasons"),
        help_text=_("They read this on their request's page and in a message. Name nobody."),
        max_length=LONGEST_WORDS,
        widget=words(6),
    )


class AssignForm(CaseForm):
    """Only those who see the request are offered, and taken."""

    assignee = forms.ModelChoiceField(
        User.objects.none(), label=_("Who deals with it"), required=False, empty_label=_("Nobody yet")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = who_sees(self.case)  # type: ignore[attr-defined] # a ModelChoiceField


class TeamForm(CaseForm):
    """Another team; whoever sees only the old one sees it no more."""

    team = forms.ModelChoiceField(
        Team.objects.all(), label=_("Team"), help_text=_("You may not see the request after that.")
    )


class NoteForm(CaseForm):
    """For staff only."""

    text = forms.CharField(
        label=_("Note"),
        help_text=_("The resident does not see it, but may ask for it by law. Write what is needed."),
        max_length=LONGEST,
        widget=words(),
    )


class AskForm(CaseForm):
    """What we still need to know."""

    text = forms.CharField(
        label=_("What do you need to know?"),
        help_text=_("They get a message with a link to a page where they answer. Name nobody."),
        max_length=LONGEST_WORDS,
        widget=words(),
    )


class MergeForm(CaseForm):
    """The request that this one repeats."""

    reference = forms.CharField(
        label=_("Reference of the request that we had first"),
        help_text=_("Both stay. What happens to the first is told to both residents."),
        max_length=40,
    )

    def clean_reference(self) -> Submission:
        """Return that request; one that nobody shows this member of staff is not found."""
        wanted = tidy_reference(self.cleaned_data["reference"])
        found = visible_cases(self.staff).select_related("merged_into").filter(reference=wanted).first()
        if found is None:
            raise forms.ValidationError(_("There is no request with this reference that you may see."))
        found = found.merged_into or found
        if found.pk == self.case.pk:
            raise forms.ValidationError(_("This is the same request. Enter the reference of another one."))
        if found.erased_at:
            raise forms.ValidationError(_("The answers of that request are erased. Choose another one."))
        return found
