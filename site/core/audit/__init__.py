"""The append-only record of who read, exported, published or erased what."""

from core.audit.record import record_event, record_events

__all__ = ["record_event", "record_events"]
