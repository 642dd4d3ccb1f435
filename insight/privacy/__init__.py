"""Taking personal data out of what people write. No Django here: ``python -m insight.privacy`` runs alone."""

from insight.privacy.scrub import Scrubbed, Span, find, scrub
from insight.privacy.tidy import tidy

__all__ = ["Scrubbed", "Span", "find", "scrub", "tidy"]
