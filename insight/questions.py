"""The questions that are asked, by id. Their wording stands in the templates, so that it can be translated.

Change the wording, the order of answers or the place of a question: raise its version here.
"""

from dataclasses import replace

from insight.types import Question

PAGE_USEFUL = Question("page-useful", 1, "useful2")
PAGE_PROBLEM = Question("page-problem", 1, "useful2")
SEARCH_WANTED = Question("search-wanted", 1, "useful2")
FORM_END = Question("form-end", 1, "csat5")
#: Asked by an adviser after a call or at the counter, on a kiosk or a QR code's page, and on paper.
VISIT_END = Question("visit-end", 1, "csat5")
#: All questions whose answers run from 1 (very dissatisfied) to 5 (very satisfied).
SATISFACTION = (FORM_END, VISIT_END)

_KNOWN = {question.id: question for question in (PAGE_USEFUL, PAGE_PROBLEM, SEARCH_WANTED, FORM_END, VISIT_END)}


def question(question_id: str, scale: str) -> Question:
    """Return the question of that id; one that we do not ask ourselves is version 1 of its own series.

    ``page-useful/1`` asks for that version: a page that a cache kept still shows the wording of its day.
    """
    question_id, _slash, version = question_id.partition("/")
    known = _KNOWN.get(question_id)
    if known is None or known.scale != scale:
        return Question(question_id, 1, "csat5" if scale == "csat5" else "useful2")
    asked = int(version) if version.isdecimal() else known.version
    return replace(known, version=asked) if 1 <= asked <= known.version else known
