"""Who looks after each page: its team, else the person who made it."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import get_page_models

from core.models import BasePage


@dataclass(frozen=True)
class Keeper:
    """Name and address; both empty where nobody is named."""

    name: str = ""
    email: str = ""


NOBODY = Keeper()


def keepers(pages: Any) -> dict[int, Keeper]:
    """Return page number -> keeper, in one query a page type. ``pages`` come with their ``owner``."""
    people = {page.pk: page.owner for page in pages}
    found = {key: Keeper(user.get_full_name() or user.username, user.email) for key, user in people.items() if user}
    for model in get_page_models():
        if issubclass(model, BasePage):
            teams = model._default_manager.exclude(owning_team=None)
            for key, name, email in teams.values_list("pk", "owning_team__name", "owning_team__email"):
                found[key] = Keeper(name, email)
    return found
