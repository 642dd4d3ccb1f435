"""Tell insight that a step was shown, went wrong or was finished: no answers, nobody's name."""

from forms.models import Draft


def note(kind: str, draft: Draft, step: str = "") -> None:
    """Record ``kind`` (start, step, error, completed) for the draft's version. Staff's own work counts by channel."""
    from insight.services import record_form_event

    version = draft.version
    record_form_event(
        kind=kind,
        form_slug=version.form_slug,
        version=version.number,
        step=step,
        locale=version.locale,
        channel=draft.channel,
    )
