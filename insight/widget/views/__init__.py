"""One view a file: the page's question, the question after a form, the comment, places, and the thanks."""

from insight.widget.views.comment import comment
from insight.widget.views.form_end import form_end
from insight.widget.views.page import feedback
from insight.widget.views.place import kiosk, place
from insight.widget.views.thanks import thanks

__all__ = ["comment", "feedback", "form_end", "kiosk", "place", "thanks"]
