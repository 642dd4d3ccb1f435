"""What a member of staff can do first, by what they are allowed to do: groups may have other names elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import page_permission_policy

from core.models import User

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Allowed = Callable[[User], bool]


@dataclass(frozen=True)
class Step:
    """Something to do: the words of its link, one sentence on how it goes on, and the name of its address."""

    text: "_StrPromise"
    how: "_StrPromise"
    url_name: str
    allowed: Allowed

    @property
    def url(self) -> str:
        """Return the address."""
        return reverse(self.url_name)


def may(permission: str) -> Allowed:
    """Return a test for ``app.codename``."""
    return lambda user: user.has_perm(permission)


def may_on_pages(*actions: str) -> Allowed:
    """Return a test for all of these permissions of Wagtail's, such as ``add``, each on any page."""
    return lambda user: all(page_permission_policy.user_has_permission(user, action) for action in actions)


#: The most particular first: most people see two or three of them.
STEPS = (
    Step(
        _("Fill in a form for a caller"),
        _("Find the form on the website and start it. You say how the person talks to you."),
        "desk_website",
        may("onlineforms.assist"),
    ),
    Step(
        _("Read new requests"),
        _("See what residents sent, and tell them what happens next."),
        "onlineforms_inbox:index",
        may("onlineforms.view_submission"),
    ),
    Step(
        _("Open the accessibility report"),
        _("See what each page and document fails, and who can mend it."),
        "accessibility_report",
        may("accessibility.view_report"),
    ),
    Step(
        _("Write or change a page"),
        _("Pick the page, change it and save. Its checks tell you what to mend before it is published."),
        "wagtailadmin_explore_root",
        may_on_pages("add"),
    ),
    Step(
        _("Publish what is ready"),
        _("Open a page that somebody has changed, read it, then publish it."),
        "wagtailadmin_reports:site_history",
        may_on_pages("add", "publish"),
    ),
    Step(
        _("Translate a page"),
        _("Pick a page that waits for your language. Change one sentence after the other, then publish."),
        "wagtail_localize:translations_report",
        may("wagtail_localize.submit_translation"),
    ),
    Step(
        _("Check a document"),
        _("Upload a Word or PDF file. You see what is wrong with it and how to mend it."),
        "wagtaildocs:index",
        may_on_pages("add"),
    ),
    Step(
        _("See what residents say"),
        _("Read how people rate each page and form."),
        "insight_report",
        may("insight.view_event"),
    ),
)


def steps_for(user: User) -> Iterator[Step]:
    """Yield what ``user`` may do."""
    return (step for step in STEPS if step.allowed(user))
