"""The one door of the library."""

from library.intake import (
    Accepted,
    Outcome,
    Policy,
    Quarantined,
    Refused,
    Scan,
    inspect,
    register_structure_check,
    scan,
    scanner_answers,
)
from library.replace import ChangedMeanwhileError, replace_content
from library.serving.checks import Decision, decide, register_serving_check
from library.serving.deliver import deliver
from library.serving.other_format import Offer, register_other_format
from library.serving.passed import remember_passed
from library.serving.view import serve_document
from library.signals import document_content_changed, document_serving_changed
from library.videos.rights import register_language_right
from library.videos.words import register_words_check

__all__ = [
    "Accepted",
    "ChangedMeanwhileError",
    "Decision",
    "Offer",
    "Outcome",
    "Policy",
    "Quarantined",
    "Refused",
    "Scan",
    "decide",
    "deliver",
    "document_content_changed",
    "document_serving_changed",
    "inspect",
    "register_language_right",
    "register_other_format",
    "register_serving_check",
    "register_structure_check",
    "register_words_check",
    "remember_passed",
    "replace_content",
    "scan",
    "scanner_answers",
    "serve_document",
]
