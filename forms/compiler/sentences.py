"""Conditions in words, for authors: “Which bin?” contains “Blue bin: recycling”."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from forms.blocks.conditions import OPERATORS
from forms.compiler.conditions import answered_in, asked_in

NO_VALUE = frozenset({"answered", "unanswered"})


class Sentences:
    """Says the conditions of one compiled form in the words of its questions."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        steps = schema["steps"]
        self.questions = {key: q for step in steps for key, q in {**asked_in(step), **answered_in(step)}.items()}
        self.titles = {step["slug"]: step["title"] for step in schema["steps"]}
        self.operators = {op: str(words) for op, words in OPERATORS}

    def of(self, tree: Mapping[str, Any] | None) -> str:
        """Return a condition as a sentence; always is an empty text."""
        if not tree:
            return ""
        if "not" in tree:
            return _("not (%(condition)s)") % {"condition": self.of(tree["not"])}
        for name, joint in (("all", _(" and ")), ("any", _(" or "))):
            if name in tree:
                return joint.join(self._branch(branch) for branch in tree[name])
        return self._leaf(tree)

    def _branch(self, tree: Mapping[str, Any]) -> str:
        several = len(tree.get("all", ())) > 1 or len(tree.get("any", ())) > 1
        return f"({self.of(tree)})" if several else self.of(tree)

    def _leaf(self, leaf: Mapping[str, Any]) -> str:
        key, op, value = (str(leaf.get(name, "")) for name in ("key", "op", "value"))
        question = self.questions.get(key, {})
        label = question.get("label") or self.titles.get(key) or key
        options = {option["value"]: option["label"] for option in question.get("options", ())}
        words = f"“{label}” {self.operators.get(op, op)}"
        return words if op in NO_VALUE else f"{words} “{options.get(value, value)}”"
