"""Add events to the audit record."""

from collections.abc import Iterable

from django.db.models import Model

from core.models import AuditEvent, User

#: The actor of scheduled jobs and of residents, who have no account.
NOBODY = "nobody"
ADMINISTRATOR = "administrator"


def role_of(actor: User | None) -> str:
    """Return the names of the groups an account acts with, as they are at this moment."""
    if actor is None:
        return NOBODY
    if actor.is_superuser:
        return ADMINISTRATOR
    return ", ".join(sorted(actor.groups.values_list("name", flat=True)))[:200]


def _name(obj: object) -> tuple[str, str]:
    """Return type and reference of a model row, or the two parts of ``"type:reference"``."""
    if isinstance(obj, Model):
        return obj._meta.label_lower, str(obj.pk)
    kind, _, reference = str(obj).partition(":")
    return kind[:100], reference[:100]


def record_event(
    *, verb: str, obj: object | str, actor: User | None = None, channel: str = "web", outcome: str = "ok"
) -> AuditEvent:
    """Add one event in the caller's transaction and return it.

    ``obj`` is a saved model row or a text ``"type:reference"``. No argument may hold personal data of a
    resident: the record outlives every form's retention time.
    """
    kind, reference = _name(obj)
    return AuditEvent.objects.create(
        actor=actor,
        role=role_of(actor),
        verb=verb,
        object_type=kind,
        object_ref=reference,
        channel=channel,
        outcome=outcome,
    )


def record_events(*, verb: str, objs: Iterable[object | str], actor: User | None, channel: str = "web") -> int:
    """Add one event for each thing, for acts on many at once such as an export; return how many."""
    role = role_of(actor)
    named = (_name(obj) for obj in objs)
    rows = [
        AuditEvent(
            actor=actor, role=role, verb=verb, object_type=kind, object_ref=reference, channel=channel, outcome="ok"
        )
        for kind, reference in named
    ]
    return len(AuditEvent.objects.bulk_create(rows, batch_size=500))
