"""What a kind of topic must be able to say."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from wagtail.models import Page


@dataclass(frozen=True)
class Topic:
    """One thing to follow; ``label`` is in the active language, ``language`` is set where its title is not."""

    kind: str
    key: str
    label: str

    @property
    def value(self) -> str:
        """Return how it stands in forms and addresses."""
        return f"{self.kind}:{self.key}"


class Kind(ABC):
    """A new kind is one subclass and one line in ``UpdatesConfig.ready``."""

    name: ClassVar[str]

    @abstractmethod
    def label(self, key: str) -> str:
        """Return what the topic is called in the active language; empty when there is no such topic (any more)."""

    @abstractmethod
    def offered(self, page: Page | None) -> list[str]:
        """Return the keys that a resident can choose; ``page`` is the one they come from."""
