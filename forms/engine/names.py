"""Names for the machine: what a step's address, a question's key and a choice's key may be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from forms.engine.schema import PARTS

NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
#: With the id of a turn a key must fit ``SubmissionFile.question_key``.
LONGEST = 50
#: Steps of these addresses would hide pages of the runner.
RESERVED_STEPS = frozenset({"check", "save", "recover", "pay", "start", "done"})
#: Questions of these keys would be taken for what the runner's pages post themselves.
RESERVED_KEYS = frozenset({"remove", "csrfmiddlewaretoken", "another"})
#: Kinds whose choices are boxes of their own, with the ids ``<key>``, ``<key>-2`` and so on.
NUMBERED = frozenset({"radios", "checkboxes", "yes_no"})
#: What a page puts behind a key and a dash for the words round a question.
IDS = ("hint", "error", "files", "info")


def is_name(text: object) -> bool:
    """Return whether a text is a name: it fits an address, an id on a page and a formula."""
    return isinstance(text, str) and len(text) <= LONGEST and NAME.fullmatch(text) is not None


def is_key(text: object) -> bool:
    """Return whether a question may have this key."""
    return is_name(text) and text not in RESERVED_KEYS


def is_step(text: object) -> bool:
    """Return whether a step may have this address."""
    return is_name(text) and text not in RESERVED_STEPS


def clashes(questions: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, str]]:
    """Yield the position of each question on a page whose key is a box or an id of another one, and that one's key."""
    for n, question in enumerate(questions):
        for other in questions:
            start = f"{other['key']}-"
            key = str(question["key"])
            if key.startswith(start) and _is_part(key.removeprefix(start), str(other["kind"])):
                yield n, str(other["key"])
                break


def _is_part(end: str, kind: str) -> bool:
    """Return whether a page gives a name or an id of this end to a question of that kind."""
    return end in {*PARTS.get(kind, ()), *IDS} or (kind in NUMBERED and end.partition("-")[0].isdecimal())
