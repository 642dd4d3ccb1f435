"""Entries to search in, and a way to write one."""

import pytest

from search import snapshot
from search.folding import fold
from search.models import SearchEntry


@pytest.fixture
def entry(db):
    """Return a function that writes an entry."""
    snapshot.forget()

    def write(title, summary="", body="", language="en", kind="home.homepage"):
        return SearchEntry.objects.create(
            key=f"test:{SearchEntry.objects.count()}",
            language=language,
            kind=kind,
            url=f"/{title.lower().replace(' ', '-')}/",
            title=title,
            summary=summary,
            folded_title=fold(title),
            folded_summary=fold(summary),
            folded_body=fold(body),
        )

    return write
