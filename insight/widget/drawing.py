"""The two questions as they are drawn into pages: template globals, registered by ``AppConfig.ready``."""

from django.template.loader import render_to_string
from markupsafe import Markup
from wagtail.models import Page

from insight.types import NOWHERE, Area, Subject
from insight.widget import tokens


def feedback_widget(page: Page) -> Markup:
    """Return "Is this page useful?" as HTML that any cache may keep: no cookie, no token of a session."""
    key = str(page.translation_key)
    proof = tokens.render_proof(key, page.live_revision_id)
    return _drawn("feedback/widget.jinja", {"page_key": key, "proof": proof})


def form_feedback(form: Subject, token: str, channel: str = "web", area: Area = NOWHERE) -> Markup:
    """Return the five-point question for a confirmation page.

    ``form`` names slug and version (``missed-bin:3``) as the form's other events do, so that answers are counted beside
    what was sent; ``token`` is unique to the finished form and makes its rating ``verified``, once. It does not leave
    the server. ``channel`` is the way in which the form was filled in; ``area`` where its owner lives, if it is known:
    it is added to the counts of its groups and stands beside no answer.
    """
    proof = tokens.form_end_proof(form.ref, token, form.service, channel, area)
    return _drawn("feedback/form_end.jinja", {"proof": proof})


def _drawn(template: str, values: dict[str, str]) -> Markup:
    """Return the template as HTML that the page around it does not escape again."""
    return Markup(render_to_string(template, values))  # noqa: S704 - the template escapes every value
