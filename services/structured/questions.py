"""Headings that are questions, with what stands under them: FAQPage. A page without a question has none."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

#: Letters of an answer: search engines show less.
MOST = 1500


def faq_of(page: Page) -> Iterator[dict[str, Any]]:
    """Yield one FAQPage where a heading of the body asks something."""
    found = [(question, answer[:MOST]) for question, answer in _pairs(page) if answer]
    if found:
        yield {
            "@type": "FAQPage",
            "mainEntity": [
                {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
                for question, answer in found
            ],
        }


def _pairs(page: Page) -> Iterator[tuple[str, str]]:
    question, answer = "", ""
    for block in getattr(page, "body", None) or ():
        if block.block_type == "heading":
            if question:
                yield question, answer.strip()
            text = block.value["text"]
            question, answer = (text if text.rstrip().endswith(("?", "؟")) else ""), ""
        elif block.block_type == "paragraph":
            answer += " " + get_text_for_indexing(block.value.source)
    if question:
        yield question, answer.strip()
