"""One change of standard questions updates every live form that asks them, where gate and permissions let it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from core.models import User
from core.services import PublishBlocked, gate_findings
from forms.compiler import publish_version
from forms.compiler.build import in_locale
from forms.models import FormPage, SharedSteps


@dataclass
class Renewal:
    """Forms that have a new version now, and those that keep their old one: who may not publish, what is wrong."""

    renewed: list[FormPage] = field(default_factory=list)
    kept: list[FormPage] = field(default_factory=list)


def renew_forms(shared: SharedSteps, user: User) -> Renewal:
    """Publish a new version of each live form that asks ``shared``, as its page stands; nobody's draft is published."""
    found = Renewal()
    for page in _asking(shared):
        may = page.permissions_for_user(user).can_publish() and not any(f.blocking for f in gate_findings(page))
        (found.renewed if may and _publish(page) else found.kept).append(page)
    return found


def _asking(shared: SharedSteps) -> Iterator[FormPage]:
    for page in FormPage.objects.live().filter(locale=shared.locale_id, alias_of=None).order_by("title"):
        entries = [block.value for block in page.steps if block.block_type == "shared" and block.value is not None]
        if any(in_locale(entry, page) == shared for entry in entries):
            yield page


def _publish(page: FormPage) -> bool:
    try:
        publish_version(page)
    except PublishBlocked:
        return False
    return True
