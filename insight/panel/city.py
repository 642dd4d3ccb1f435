"""What the city looks like, from the groups that staff keep with their source."""

from insight.models import PanelGroup
from insight.panel.sample import City


def city() -> City:
    """Return the share of each group in its dimension."""
    counts: dict[str, dict[str, int]] = {}
    for dimension, name, people in PanelGroup.objects.values_list("dimension", "name", "people"):
        counts.setdefault(dimension, {})[name] = people
    return {
        dimension: {name: n / sum(groups.values()) for name, n in groups.items()}
        for dimension, groups in counts.items()
        if sum(groups.values())
    }


def choices() -> dict[str, list[str]]:
    """Return what the joining form offers: {dimension: groups}."""
    found: dict[str, list[str]] = {}
    for dimension, name in PanelGroup.objects.values_list("dimension", "name"):
        found.setdefault(dimension, []).append(name)
    return found
