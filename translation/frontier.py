"""Which objects a screen of the admin is about, and in which languages they are."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.http import HttpRequest
from django.urls import ResolverMatch
from wagtail.models import Page, TranslatableMixin

#: Parts of an address that name a page, whatever the screen.
PAGE_KEYS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "parent_pk", "page_pk", "page")
_SNIPPETS, _CHOOSERS = "wagtailsnippets_", "wagtailsnippetchoosers_"
#: Screens that name their pages by ``pk`` or in the query.
_PAGES = {"wagtailadmin_pages", "pages"}
_REPORTS = {"accessibility_report_page", "accessibility_live_edit"}
_CHOSEN = "wagtailadmin_choose_page_chosen_multiple"
#: A key that no row has: asked for where a key cannot be read, and nobody's.
_NOBODYS = 0


def asked_objects(request: HttpRequest, match: ResolverMatch, kwargs: dict[str, Any]) -> Iterator[int]:
    """Yield the key of the language of each object that a screen is about; 0 for one that names no single object."""
    yield from _languages(Page, [kwargs[name] for name in PAGE_KEYS if name in kwargs])
    space = match.namespaces[-1] if match.namespaces else ""
    if (space in _PAGES or match.url_name in _REPORTS) and "pk" in kwargs:
        yield from _languages(Page, [kwargs["pk"]])
    snippet = asked_snippets(match)
    if snippet is not None:
        yield from _languages(snippet, [kwargs["pk"]] if "pk" in kwargs else request.GET.getlist("id"))
    if match.url_name == _CHOSEN:
        yield from _languages(Page, request.GET.getlist("id"))
    if match.url_name == "wagtail_bulk_action":
        yield from _bulk(request, kwargs)
    if space == "wagtailadmin_editing_sessions" and "object_id" in kwargs:
        yield from _named(kwargs["app_label"], kwargs["model_name"], [kwargs["object_id"]])


def asked_snippets(match: ResolverMatch) -> type[Model] | None:
    """Return the snippet that a screen or a chooser lists, where its rows have a language."""
    space = match.namespaces[-1] if match.namespaces else ""
    start = next((start for start in (_SNIPPETS, _CHOOSERS) if space.startswith(start)), None)
    if start is None:
        return None
    app, _sep, name = space.removeprefix(start).rpartition("_")
    model = apps.get_model(app, name)
    return model if issubclass(model, TranslatableMixin) else None


def _bulk(request: HttpRequest, kwargs: dict[str, Any]) -> Iterator[int]:
    """Yield the languages of what is ticked; of all that a list holds, those below the page that is listed."""
    keys = request.GET.getlist("id")
    if "all" in keys:
        keys = request.GET.getlist("childOf") or [str(_NOBODYS)]
    yield from _named(kwargs["app_label"], kwargs["model_name"], keys)


def _named(app: str, name: str, keys: Iterable[Any]) -> Iterator[int]:
    try:
        model = apps.get_model(app, name)
    except LookupError:
        return
    if issubclass(model, TranslatableMixin):
        yield from _languages(model, keys)


def _languages(model: type[Model], keys: Iterable[Any]) -> Iterator[int]:
    """Yield the language of each row. What is not there has none to guard, and the screen answers for it."""
    for key in keys:
        if not str(key).isdecimal() or int(key) == _NOBODYS:
            yield _NOBODYS
            continue
        found = model._default_manager.filter(pk=key).values_list("locale", flat=True).first()
        if found is not None:
            yield found
