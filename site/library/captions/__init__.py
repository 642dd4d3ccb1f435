"""WebVTT captions (W3C WebVTT): read them, and make a transcript of them."""

from library.captions.parser import CaptionError, Cue, parse
from library.captions.transcript import paragraphs

__all__ = ["CaptionError", "Cue", "paragraphs", "parse"]
