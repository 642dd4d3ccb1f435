"""The only door of this room. Every verb may be called in a caller's transaction and never makes it fail.

Values of ratings: ``useful2`` is 1 for no and 2 for yes, ``csat5`` is 1 (very dissatisfied) to 5 (very satisfied).
"""

from insight.dashboards.guide import FormGuide, StepGuide, register_forms
from insight.loop import has_published_actions, open_actions, published_actions
from insight.persons import forget_news, leave_panel, news_of, panel_of
from insight.recording.happenings import record_form_event, record_search, record_status
from insight.recording.ratings import add_comment, record_rating
from insight.recording.searches import SearchRow, record_search_end, record_wanted, search_log, words_searched
from insight.scores import score_for, use_by_page
from insight.stats import Score
from insight.types import Area, PublishedAction, Rating, Subject
from insight.voices.counting import area_of
from insight.widget.responses import public_form

__all__ = [
    "Area",
    "FormGuide",
    "PublishedAction",
    "Rating",
    "Score",
    "SearchRow",
    "StepGuide",
    "Subject",
    "add_comment",
    "area_of",
    "forget_news",
    "has_published_actions",
    "leave_panel",
    "news_of",
    "open_actions",
    "panel_of",
    "public_form",
    "published_actions",
    "record_form_event",
    "record_rating",
    "record_search",
    "record_search_end",
    "record_status",
    "record_wanted",
    "register_forms",
    "score_for",
    "search_log",
    "use_by_page",
    "words_searched",
]
