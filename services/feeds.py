"""News as RSS 2.0, with the sentence of each piece; its text stays on the page, where it is accessible."""

from datetime import UTC, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed

from services.news import news_below

#: Pieces in a feed.
MOST = 30


def news_feed(index: Any, request: HttpRequest) -> HttpResponse:
    """Answer with the newest news of a list; ``topic`` narrows it as on the page."""
    address = index.get_full_url(request)
    feed = Rss201rev2Feed(
        title=index.title,
        link=address,
        description=index.summary or index.title,
        language=index.locale.language_code,
        feed_url=f"{address}feed/",
    )
    for page in news_below(index, request.GET.get("topic", ""))[:MOST]:
        feed.add_item(
            title=page.title,
            link=page.get_full_url(request),
            description=page.summary,
            unique_id=str(page.translation_key),
            unique_id_is_permalink=False,
            pubdate=datetime.combine(page.published_on, time(), UTC),
            categories=[page.topic] if page.topic else [],
        )
    response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
