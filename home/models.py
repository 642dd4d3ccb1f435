"""The home page."""

from typing import ClassVar

from core.models import BasePage


class HomePage(BasePage):
    """The front door: search first, then what most people come for, then all services."""

    template = "pages/home_page.jinja"
    max_count_per_parent: ClassVar[int] = 1
