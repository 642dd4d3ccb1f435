"""What an author sees of the stored findings, beside the page in the editor."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db import models
from wagtail.models import Page

from accessibility.gate.dismissals import sort_advice
from accessibility.models import Dismissal, GateResult, Run


@dataclass(frozen=True)
class PanelContent:
    """The newest verdict on an object, its findings by block, and the state of the browser audit."""

    result: GateResult | None
    blocking: list[tuple[str, list[dict[str, Any]]]]
    advice: list[tuple[str, list[dict[str, Any]]]]
    run: Run | None
    dismissed: list[tuple[dict[str, Any], Dismissal]] = field(default_factory=list)
    #: What addresses of decisions about the object need: label and key.
    dismiss: dict[str, str] = field(default_factory=dict)


def panel_content(obj: models.Model | None) -> PanelContent:
    """Return what is stored about ``obj``; nothing for an object that was never saved."""
    if obj is None or obj.pk is None:
        return PanelContent(None, [], [], None)
    result = GateResult.objects.about(obj).order_by("-checked_at").first()
    run = Run.objects.about(obj).order_by("-started_at").first()
    if result is None:
        return PanelContent(None, [], [], run)
    advice = sort_advice(obj, result.advice)
    names = {"label": address_label(obj), "key": str(obj.pk)}
    return PanelContent(result, by_place(result.blocking), by_place(advice.open), run, advice.dismissed, names)


def address_label(obj: models.Model) -> str:
    """Return the label (app.model) under which an object stands in addresses of the admin."""
    return Page._meta.label_lower if isinstance(obj, Page) else obj._meta.label_lower


def by_place(findings: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Group findings that follow each other in the same block or field under its name, each with the anchor to it."""
    anchored = [{**finding, "anchor": anchor(finding)} for finding in findings]
    groups = groupby(anchored, key=lambda finding: (finding["block_id"] or finding["field"], finding["label"]))
    return [(label, list(group)) for (_place, label), group in groups]


def anchor(finding: dict[str, Any]) -> str:
    """Return the id of the element in Wagtail's editor that holds the block or field; "" for the page as a whole."""
    if finding["block_id"]:
        return f"block-{finding['block_id']}-section"
    return f"id_{finding['field']}" if finding["field"] else ""
