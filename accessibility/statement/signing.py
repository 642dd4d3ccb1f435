"""Sign a version, and remind whoever signed that a year has passed."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminPageChooser

from accessibility.models import StatementVersion
from accessibility.statement.evidence import Evidence, gather
from core.services import queue_message

#: A statement that rests on older tests warns whoever signs it.
OLD = timedelta(days=35)
NOTICE = timedelta(days=28)


class SignForm(forms.ModelForm):  # type: ignore[type-arg] # django-stubs wants an argument that Django 5.2 refuses
    """What a person adds to the evidence, and answers for."""

    sure = forms.BooleanField(label=gettext_lazy("I have read the evidence and sign this statement for the council"))

    class Meta:
        model = StatementVersion
        fields = ["status", "plans", "burden", "out_of_scope", "testing", "contact_page", "role"]
        widgets = {
            "contact_page": AdminPageChooser,
            **{name: forms.Textarea(attrs={"rows": 4}) for name in ("plans", "burden", "out_of_scope", "testing")},
        }

    def __init__(self, *args: Any, found: Evidence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found

    def clean_status(self) -> str:
        """Refuse "fully compliant" against the evidence."""
        status = str(self.cleaned_data["status"])
        if status == StatementVersion.Status.FULL and not self.found.clean:
            raise ValidationError(
                _(
                    "The evidence does not allow “fully compliant”: faults are known, or pages or documents are not "
                    "tested. Choose another status."
                )
            )
        return status


@transaction.atomic
def sign(form: SignForm, user: Any) -> StatementVersion:
    """Store a valid form as the next version. Raises ValidationError for someone who may not sign."""
    version: StatementVersion = form.save(commit=False)
    newest = StatementVersion.objects.select_for_update().order_by("-number").first()
    version.number = newest.number + 1 if newest else 1
    version.evidence = gather().as_json()
    version.signed_by = user
    version.save()
    return version


def remind() -> int:
    """Mail whoever signed the newest version when its review comes near, once a week; return how many mails."""
    newest = StatementVersion.objects.order_by("-number").select_related("signed_by").first()
    today = timezone.localdate()
    if newest is None or today < newest.review_on - NOTICE or not newest.signed_by.email:
        return 0
    week = today.isocalendar()
    queue_message(
        channel="mail",
        to=newest.signed_by.email,
        subject=_("Review the accessibility statement"),
        body=_(
            "The accessibility statement has to be reviewed by %(date)s: read the evidence, mend the words and sign a "
            "new version in the admin, under Accessibility report."
        )
        % {"date": newest.review_on.isoformat()},
        idempotency_key=f"statement-review:{newest.number}:{week.year}-{week.week}",
    )
    return 1
