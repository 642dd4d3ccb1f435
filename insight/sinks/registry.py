"""Which kinds of sink there are, and which ones the settings name."""

from django.conf import settings

from insight.sinks.base import InsightSink

_kinds: dict[str, type[InsightSink]] = {}


def register_sink(kind: str, sink: type[InsightSink]) -> None:
    """Offer ``sink`` under ``kind``; a second one of that name is a ValueError."""
    if kind in _kinds:
        raise ValueError(f"There is a sink of kind {kind!r} already.")
    _kinds[kind] = sink


def sink_names() -> list[str]:
    """Return the names in ``WAYMARK_INSIGHT_SINKS``."""
    return list(getattr(settings, "WAYMARK_INSIGHT_SINKS", {}))


def sink_of(name: str) -> InsightSink:
    """Return the sink that the settings call ``name``; LookupError when there is none or its kind is unknown."""
    options = dict(getattr(settings, "WAYMARK_INSIGHT_SINKS", {}).get(name, {}))
    kind = options.pop("kind", "")
    if kind not in _kinds:
        raise LookupError(f"WAYMARK_INSIGHT_SINKS has no {name!r} of a known kind ({', '.join(sorted(_kinds))}).")
    return _kinds[kind](options)
