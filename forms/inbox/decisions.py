"""Words for a decision: those of the form and those of every form, in the resident's language where there are some."""

from django.conf import settings
from django.db.models import Q

from forms.models import DecisionTemplate, Submission


def templates_for(case: Submission) -> list[DecisionTemplate]:
    """Return the templates that fit a request, the form's own first."""
    form = case.version.form
    own = Q(form__translation_key=form.translation_key) if form else Q(pk__in=())
    rows = DecisionTemplate.objects.filter(Q(form=None) | own).select_related("locale")
    languages = (settings.LANGUAGE_CODE, case.locale)
    found: dict[object, DecisionTemplate] = {}
    for language in languages:
        for row in rows.filter(locale__language_code=language):
            found[row.translation_key] = row
    return sorted(found.values(), key=lambda row: (row.form_id is None, row.name))
