"""Wagtail's form of a redirect, which also refuses one that leads round in a circle, or to where nothing is."""

from django.core.exceptions import ValidationError
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.forms import RedirectForm

from services.dead_ends import DeadEndError, refuse_dead_end
from services.moved import LoopError, refuse_own_loop, site_of


class CheckedRedirectForm(RedirectForm):
    """A browser gives up on a circle of redirects, and says to residents that the page is broken."""

    def _post_clean(self) -> None:
        """Look at the redirect as it would be stored, once each field of it is right."""
        super()._post_clean()
        if self.errors:
            return
        row = self.instance
        try:
            refuse_own_loop(row)
            if row.redirect_link and not row.redirect_page_id:
                refuse_dead_end(row.redirect_link, site_of(row))
        except LoopError as error:
            self.add_error(None, ValidationError(str(error)))
        except DeadEndError as error:
            self.add_error("redirect_link", ValidationError(str(error)))


def check_redirects() -> None:
    """Put the form where Wagtail's own screens and its import take theirs: they have no setting for it."""
    views.CreateView.form_class = views.EditView.form_class = CheckedRedirectForm
    views.RedirectForm = CheckedRedirectForm
