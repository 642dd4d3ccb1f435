"""The steps of a step by step as its template draws them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from services.links import PageLink, link_to


@dataclass(frozen=True)
class Task:
    """Something to do, with a link or without one."""

    text: str
    link: PageLink | None
    note: str
    elsewhere: bool


@dataclass(frozen=True)
class Step:
    """A step; ``number`` is empty for one that stands beside the one before (``follows`` and, or)."""

    id: str
    number: int | None
    follows: str
    title: str
    text: Any
    tasks: list[Task]


def steps_of(stream: Any, linked: Mapping[int, Page], request: HttpRequest | None) -> list[Step]:
    """Return the steps of a JourneyBlock's value; ``linked`` are the live pages by the id chosen."""
    steps: list[Step] = []
    number = 0
    for block in stream:
        value = block.value
        follows = value["follows"] if steps else "then"
        number += follows == "then"
        tasks = [_task(task, linked, request) for task in value["tasks"]]
        shown = number if follows == "then" else None
        steps.append(Step(block.id, shown, follows, value["title"], value["text"], tasks))
    return steps


def _task(value: Any, linked: Mapping[int, Page], request: HttpRequest | None) -> Task:
    chosen = value["page"]
    page = linked.get(chosen.pk) if chosen else None
    if page is not None:
        return Task(value["text"], link_to(page, value["text"], request), value["note"], elsewhere=False)
    link = PageLink(value["text"], value["url"]) if value["url"] else None
    return Task(value["text"], link, value["note"], elsewhere=link is not None)


def tasks_of(stream: Any, linked: Mapping[int, Page], request: HttpRequest | None) -> list[Task]:
    """Return the tasks of a TasksBlock's value."""
    return [_task(block.value, linked, request) for block in stream]
