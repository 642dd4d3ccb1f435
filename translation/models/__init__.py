"""What translators' work leaves behind beside wagtail-localize's own records."""

from translation.models.decision import Decision
from translation.models.demand import Demand
from translation.models.glossary import GlossaryTerm
from translation.models.job import BeginJob, DraftJob
from translation.models.machine import MachineHelp
from translation.models.phrase import Phrase
from translation.models.right import LocaleRight
from translation.models.stale import StaleTranslation
from translation.models.teamwork import Assignment, EarlierText, Remark
from translation.models.wishes import TranslationWishes

__all__ = [
    "Assignment",
    "BeginJob",
    "Decision",
    "Demand",
    "DraftJob",
    "EarlierText",
    "GlossaryTerm",
    "LocaleRight",
    "MachineHelp",
    "Phrase",
    "Remark",
    "StaleTranslation",
    "TranslationWishes",
]
