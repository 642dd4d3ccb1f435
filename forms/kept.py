"""What other rows still need is not deleted, and staff read so instead of an error."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView


class KeepUsed(DeleteView):
    """Wagtail's screen, for what requests, bookings or payments may hang on."""

    def is_used(self) -> bool:
        """Return whether something hangs on it that the database does not know of."""
        return False

    def form_valid(self, form: Any) -> HttpResponse:
        """Delete it, or go back to the list and say why not."""
        try:
            with transaction.atomic():
                if not self.is_used():
                    answer: HttpResponse = super().form_valid(form)
                    return answer
        except ProtectedError:
            pass
        words = _("“%(name)s” is not deleted: something still uses it, such as requests, bookings or payments.")
        messages.error(self.request, words % {"name": self.object})
        return HttpResponseRedirect(self.get_success_url())
