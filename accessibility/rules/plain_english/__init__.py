"""How easy a text is to read. The scores fit English; other languages are skipped, and the result says so."""

from accessibility.rules.plain_english.reading import Reading, plain_english

__all__ = ["Reading", "plain_english"]
