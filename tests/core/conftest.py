"""Empty registries and plain messages for the shared ground, and a small site to look at the frame with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.demo import registry as demo_registry
from core.models import OutgoingMessage
from core.outbox import registry as outbox_registry
from core.publishing import registry as gate_registry
from core.schedule import registry as job_registry
from core.services import queue_message


@pytest.fixture
def outboxes(monkeypatch) -> dict:
    monkeypatch.setattr(outbox_registry, "_outboxes", {})
    return outbox_registry._outboxes


@pytest.fixture
def jobs(monkeypatch) -> dict:
    monkeypatch.setattr(job_registry, "_jobs", {})
    return job_registry._jobs


@pytest.fixture
def gates(monkeypatch) -> dict:
    monkeypatch.setattr(gate_registry, "_gates", {})
    return gate_registry._gates


@pytest.fixture
def loaders(monkeypatch) -> dict:
    monkeypatch.setattr(demo_registry, "_loaders", {})
    return demo_registry._loaders


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    """Where the file backend writes."""
    settings.VAR_DIR = tmp_path
    return tmp_path / "messages"


@pytest.fixture
def queue() -> Callable[..., OutgoingMessage]:
    """Queue a text message with the given key."""

    def _queue(key: str, **changes: str) -> OutgoingMessage:
        values = {"channel": "sms", "to": "01632 960123", "subject": "Your request", "body": "We have your request."}
        return queue_message(**{**values, "idempotency_key": key, **changes})

    return _queue


@pytest.fixture
def home(db):
    """The English home page of the default site."""
    from wagtail.models import Locale, Page, Site

    from home.models import HomePage

    Locale.objects.get_or_create(language_code="en")
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=HomePage(title="Home", slug="home", summary="What do you need today?"))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": page, "hostname": "localhost"})
    return page


@pytest.fixture
def urdu_home(home):
    """The home page's true translation into Urdu."""
    from wagtail.models import Locale

    locale, _ = Locale.objects.get_or_create(language_code="ur")
    page = home.copy_for_translation(locale)
    page.title = "صفحہ اول"
    page.save_revision().publish()
    return page
