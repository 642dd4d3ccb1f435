"""What an engine is."""

from typing import Protocol


class EngineError(Exception):
    """An engine that did not answer as it should; ``code`` says why, ``later`` whether it may next time."""

    def __init__(self, code: str, *, later: bool) -> None:
        self.code, self.later = code, later
        super().__init__(code)


class Engine(Protocol):
    """Translates HTML fragments in one request; as many come back as went in."""

    def translate(self, texts: list[str], target: str) -> list[str]:
        """Return ``texts`` in the language ``target``. Raises EngineError."""
