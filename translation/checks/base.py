"""What a check gets and what it gives: a segment, and findings about its translation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from translation.checks.digits import plain
from translation.checks.mask import Masked, mask

#: A critical finding keeps a translation from being published; advice is for the translator to judge.
CRITICAL, ADVICE = "critical", "advice"


@dataclass(frozen=True)
class Term:
    """One term of the glossary. ``rule`` is ``must`` (use ``text``), ``keep`` (stays English) or ``forbidden``."""

    english: str
    rule: str
    text: str = ""


@dataclass(frozen=True)
class Finding:
    """One fault. ``template`` is an English sentence with ``%(name)s`` places for ``params``."""

    code: str
    template: str
    params: dict[str, Any] = field(default_factory=dict)
    severity: str = CRITICAL
    form: int | None = None

    @property
    def message(self) -> str:
        """Return the sentence in English; a screen may translate ``template`` instead."""
        return self.template % self.params


@dataclass(frozen=True)
class Segment:
    """An English text and its translation, with what a check may know about them.

    ``flags`` are gettext's (``python-format``); ``count`` is the only number that a plural form stands for.
    """

    source: str
    target: str
    locale: str
    flags: frozenset[str] = frozenset()
    count: int | None = None
    glossary: tuple[Term, ...] = ()

    @property
    def language(self) -> str:
        """Return the language without script or country, for example ``zh``."""
        return self.locale.replace("_", "-").split("-")[0].lower()

    @cached_property
    def english(self) -> Masked:
        """Return the source taken apart into placeholders, tags, links and words."""
        return mask(plain(self.source), self.flags)

    @cached_property
    def translation(self) -> Masked:
        """Return the translation taken apart, its digits made European."""
        return mask(plain(self.target), self.flags)


Check = Callable[[Segment], Iterator[Finding]]
