"""Wagtail's form of a redirect, which also refuses one that leads round in a circle."""

from django.core.exceptions import ValidationError
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.forms import RedirectForm

from services.moved import LoopError, refuse_own_loop


class CheckedRedirectForm(RedirectForm):
    """A browser gives up on a circle of redirects, and says to residents that the page is broken."""

    def _post_clean(self) -> None:
        """Look at the redirect as it would be stored, once each field of it is right."""
        super()._post_clean()
        if not self.errors:
            try:
                refuse_own_loop(self.instance)
            except LoopError as error:
                self.add_error(None, ValidationError(str(error)))


def check_redirects() -> None:
    """Put the form where Wagtail's own screens and its import take theirs: they have no setting for it."""
    views.CreateView.form_class = views.EditView.form_class = CheckedRedirectForm
    views.RedirectForm = CheckedRedirectForm
