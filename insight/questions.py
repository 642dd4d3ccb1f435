"""The questions that are asked, by id. Their wording stands in the templates, so that it can be translated.

Change the wording, the order of answers or the place of a question: raise its version here.
"""

from insight.types import Question

PAGE_USEFUL = Question("page-useful", 1, "useful2")
PAGE_PROBLEM = Question("page-problem", 1, "useful2")
SEARCH_WANTED = Question("search-wanted", 1, "useful2")
FORM_END = Question("form-end", 1, "csat5")

_KNOWN = {question.id: question for question in (PAGE_USEFUL, PAGE_PROBLEM, SEARCH_WANTED, FORM_END)}


def question(question_id: str, scale: str) -> Question:
    """Return the question of that id; one that we do not ask ourselves is version 1 of its own series."""
    known = _KNOWN.get(question_id)
    if known is not None and known.scale == scale:
        return known
    return Question(question_id, 1, "csat5" if scale == "csat5" else "useful2")
