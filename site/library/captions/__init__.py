"""WebVTT captions (W3C WebVTT 1): read, check, import, judge, and make a transcript of them. No Django here."""

from library.captions.advice import Advice, advice
from library.captions.blocks import CaptionError
from library.captions.findings import CaptionFault
from library.captions.importing import to_webvtt
from library.captions.parser import Cue, parse
from library.captions.quality import quality
from library.captions.transcript import paragraphs
from library.captions.validator import faults

__all__ = [
    "Advice",
    "CaptionError",
    "CaptionFault",
    "Cue",
    "advice",
    "faults",
    "paragraphs",
    "parse",
    "quality",
    "to_webvtt",
]
