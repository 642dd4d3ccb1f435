"""How each key of a demo page's YAML fills its page."""

import logging
from collections.abc import Callable
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page

from core.services import DemoContext
from library.models import Video
from services.demo.kinds import KINDS
from services.demo.lookup import form_named, page_id, page_named
from services.demo.markdown import block_id, blocks_of, rich_text

logger = logging.getLogger(__name__)
Spec = dict[str, Any]
Fill = Callable[[DemoContext, Any, Spec], None]


def _start(context: DemoContext, page: Page, spec: Spec) -> None:
    start = spec["start"]
    page.start_label, page.minutes = start.get("label", ""), start.get("minutes")
    page.start_url, page.fee = start.get("url", ""), start.get("fee")
    if "form" in start:
        page.start_page = form_named(start["form"])
        if page.start_page is None:
            logger.warning("Demo page %s: there is no form %s, so it has no start button.", page.slug, start["form"])
        elif start.get("own"):
            _is_about(context, page.start_page.specific, page)


def _is_about(context: DemoContext, form: Page, page: Page) -> None:
    """Count what happens in the form for the service of the page."""
    form.service = page
    editor = context.user("editor")
    form.save_revision(user=editor).publish(user=editor)


def _promise(context: DemoContext, page: Page, spec: Spec) -> None:
    page.promise = context.promise(spec["promise"])


def _contact(context: DemoContext, page: Page, spec: Spec) -> None:
    page.contact = context.contact(spec["contact"])


def _related(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.related = [
        {"type": "page", "value": page_id(slug), "id": str(block_id(f"{page.slug}:related", number))}
        for number, slug in enumerate(spec["related"])
    ]


def _body(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.body = blocks_of(spec["body"], page.slug, page_id)


def _chapters(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.chapters = [_chapter(page, number, chapter) for number, chapter in enumerate(spec["chapters"])]


def _chapter(page: Page, number: int, chapter: Spec) -> Spec:
    slug = chapter.get("slug") or slugify(chapter["title"])
    body = blocks_of(chapter["body"], f"{page.slug}:{slug}", page_id)
    value = {"title": chapter["title"], "slug": slug, "body": body}
    return {"type": "chapter", "value": value, "id": str(block_id(f"{page.slug}:chapters", number))}


def _video_page(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.video_page = page_named(spec["video_page"])


def _video(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.video = Video.objects.get(title=spec["video"])


def _steps(_context: DemoContext, page: Page, spec: Spec) -> None:
    page.steps = [
        {
            "type": "step",
            "value": {"title": step["title"], "text": rich_text(step.get("text", ""), page_id)},
            "id": str(block_id(f"{page.slug}:steps", number)),
        }
        for number, step in enumerate(spec["steps"])
    ]


FIELDS: dict[str, Fill] = {
    "start": _start,
    "promise": _promise,
    "contact": _contact,
    "related": _related,
    "body": _body,
    "chapters": _chapters,
    "video": _video,
    "video_page": _video_page,
    "steps": _steps,
    **KINDS,
}
