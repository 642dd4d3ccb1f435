"""The two questions as they are drawn into pages: template globals, registered by ``AppConfig.ready``."""

from django.template.loader import render_to_string
from wagtail.models import Page

from insight.widget import tokens


def feedback_widget(page: Page) -> str:
    """Return "Is this page useful?" as HTML that any cache may keep: no cookie, no token of a session."""
    key = str(page.translation_key)
    proof = tokens.render_proof(key, page.live_revision_id)
    return render_to_string("feedback/widget.jinja", {"page_key": key, "proof": proof})


def form_feedback(form_ref: str, token: str) -> str:
    """Return the five-point question for a confirmation page.

    ``form_ref`` is the form's slug and version (``missed-bin:3``); ``token`` is unique to the finished form and
    makes its rating ``verified``, once. It does not leave the server.
    """
    return render_to_string("feedback/form_end.jinja", {"proof": tokens.form_end_proof(form_ref, token)})
