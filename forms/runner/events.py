"""Tell insight that a form was started, a step finished or refused, or all of it sent: no answers, nobody's name."""

from typing import Literal

from forms.models import Draft
from forms.models.draft import Channel
from insight.services import record_form_event

Kind = Literal["started", "step", "error", "completed", "abandoned"]

#: What happens to a form once, however often it is told: by several tabs at once, by the browser and by the clock.
ONCE = frozenset({"completed", "abandoned"})
#: What insight calls a channel, where its word is another one.
CHANNELS: dict[str, str] = {Channel.FACE: "counter"}


def note(kind: Kind, draft: Draft, step: str = "") -> None:
    """Record ``kind`` for the draft's version; staff's calls are told apart by channel, authors' tests do not count."""
    version = draft.version
    if version.is_test:
        return
    record_form_event(
        kind=kind,
        form_slug=version.form_slug,
        version=version.number,
        step=step,
        locale=version.locale,
        channel=channel_of(draft.channel),
        once=str(draft.pk) if kind in ONCE else "",
    )


def channel_of(code: str) -> str:
    """Return what insight calls the channel of a draft or a request."""
    return CHANNELS.get(code, code)
