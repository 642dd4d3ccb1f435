"""What a demo loader may ask for: the things that other loaders made, by short names."""

import uuid
from pathlib import Path
from typing import Any, TypeVar

import yaml
from django.contrib.auth.models import Group
from django.db.models import Model
from wagtail.models import Locale

from core.models import Contact, ServicePromise, Team, User

Made = TypeVar("Made", bound=Model)
DEMO = uuid.uuid5(uuid.NAMESPACE_DNS, "demo.example.org")


def demo_key(kind: str, slug: str) -> uuid.UUID:
    """Return the translation key of a demo thing: the same on every machine and in every language."""
    return uuid.uuid5(DEMO, f"{kind}:{slug}")


class DemoContext:
    """Lookups by short name, in English unless ``language`` says otherwise; a wrong name raises DoesNotExist."""

    def locale(self, language: str = "en") -> Locale:
        """Return the locale, for example ``ur``."""
        return Locale.objects.get(language_code=language)

    def user(self, username: str) -> User:
        """Return a demo account, for example ``author``."""
        return User.objects.get(username=username)

    def group(self, name: str) -> Group:
        """Return a role, for example ``Translators: Urdu``."""
        return Group.objects.get(name=name)

    def team(self, slug: str) -> Team:
        """Return a team, for example ``waste``; its address is ``<slug>@example.org``."""
        return Team.objects.get(email=f"{slug}@example.org")

    def contact(self, slug: str, language: str = "en") -> Contact:
        """Return a contact, for example ``waste``."""
        return Contact.objects.get(translation_key=demo_key("contact", slug), locale=self.locale(language))

    def promise(self, slug: str, language: str = "en") -> ServicePromise:
        """Return a promise, for example ``missed-bin``."""
        return ServicePromise.objects.get(translation_key=demo_key("promise", slug), locale=self.locale(language))

    def make(self, model: type[Made], lookup: dict[str, Any], values: dict[str, Any] | None = None) -> Made:
        """Return the row of ``lookup``, made with ``values`` if it is missing; what is there stays as it is."""
        return model._default_manager.get_or_create(**lookup, defaults=values or {})[0]

    def read(self, file: Path) -> Any:
        """Return the content of a YAML file."""
        return yaml.safe_load(file.read_text(encoding="utf-8"))
