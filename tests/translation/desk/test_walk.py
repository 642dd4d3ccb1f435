"""Every address that the admin has, asked for with an object of another language: nothing is shown, nothing changes."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import get_resolver
from wagtail.models import GroupPagePermission, Page, Revision, Workflow
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from home.models import HomePage
from tests.translation.desk.foreign import SECRET, kinds, make, page_in

pytestmark = pytest.mark.django_db

#: Parts of an address that say nothing of an object of a language; a new one has to be thought about.
OTHERS = {
    "media_id", "video_id", "document_id", "doc_id", "image_id", "collection_id", "uploaded_file_id", "redirect_id",
    "exemption_id", "version_id", "place_id", "survey_id", "slug", "number", "delivery", "fingerprint", "label", "key",
    "kind", "newsletter_id", "program", "finding", "spot", "filter_spec", "uidb64", "token", "app", "model", "app_name",
    "session_id", "colleague_id",
}  # fmt: skip
#: Leaves the session, or breaks on purpose.
LEFT_OUT = {"wagtailadmin_logout", "wagtailadmin_login", "wagtailadmin_error_test"}


def addresses(patterns=None, start="", spaces=()):
    """Yield every address of the admin with the name it has, as its pattern."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = start + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from addresses(pattern.url_patterns, path, inner)
        elif path.startswith("admin/") and pattern.name and pattern.name not in LEFT_OUT:
            yield path, spaces[-1] if spaces else "", pattern.name


class Foreign:
    """What there is in another language, and what each part of an address is called there."""

    def __init__(self, root, locale, own) -> None:
        self.code = locale.language_code
        self.rows = {f"{each._meta.app_label}_{each._meta.model_name}": make(each, locale, own) for each in kinds()}
        self.page = page_in(root, locale)
        english = root.add_child(
            instance=HomePage(title="English", slug=f"english-{self.code}", summary="Plain words.")
        )
        source, _ = TranslationSource.update_or_create_from_instance(english)
        self.translation = Translation.objects.create(source=source, target_locale=locale)
        first, last = Revision.objects.for_instance(self.page).order_by("pk").values_list("pk", flat=True)
        segment = StringSegment.objects.filter(source=source).first()
        self.parts = {
            **dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk", "page",
                             "parent_pk", "object_id"), self.page.pk),
            "app_label": "home", "content_type_app_name": "home", "model_name": "homepage",
            "content_type_model_name": "homepage", "action_name": "publish", "action": "publish", "mode": "",
            "task_state_id": 1, "task_id": 1, "workflow_state_id": 1, "workflow_pk": Workflow.objects.first().pk,
            "revision_id": last, "revision_id_a": first, "revision_id_b": last, "language": self.code,
            "locale_id": locale.pk, "code": self.code, "uuid": self.translation.uuid, "ending": "po",
            "translation_source_id": source.pk, "translation_id": self.translation.pk,
            "string_segment_id": segment.pk, "overridable_segment_id": 1, "media_type": "video",
        }  # fmt: skip

    def fill(self, path, space):
        """Return the address of the pattern ``path``, or None when it is about no object of a language."""
        if space.startswith("wagtailsnippet") and not any(space.endswith(f"s_{name}") for name in self.rows):
            return None
        row = next((row for name, row in self.rows.items() if space.endswith(f"s_{name}")), self.page)
        parts = {**self.parts, "pk": row.pk}
        names = re.findall(r"<(?:\w+:)?(\w+)>", path)
        unknown = set(names) - set(parts) - OTHERS
        assert not unknown, f"Is {unknown} of {path} about an object of a language?"
        if OTHERS & set(names):
            return None
        path = re.sub(r"\(\?P<(\w+)>(?:\([^)]*\)|[^()])*\)", lambda match: str(parts[match[1]]), path)
        filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(parts[match[1]]), path)
        return "/" + re.sub(r"[\^$]", "", filled).replace("\\", "")

    def state(self):
        """Return what must be the same afterwards."""
        rows = [list(type(row).objects.filter(pk=row.pk).values()) for row in self.rows.values()]
        pages = list(Page.objects.filter(locale=self.page.locale).order_by("path").values())
        counts = (Revision.objects.count(), Translation.objects.filter(enabled=True).count(), Page.objects.count())
        return rows, pages, counts


@pytest.fixture
def walker(client, translator, locales, home):
    """A translator whose group has every permission that Wagtail asks for, and their own home page."""
    HomePage.max_count_per_parent = None
    user = translator("ur")
    group = user.groups.get()
    own = home.copy_for_translation(locales["ur"])
    own.save_revision().publish()
    names = [f"{action}_{each._meta.model_name}" for each in kinds() for action in ("add", "change", "delete", "view")]
    group.permissions.add(*Permission.objects.filter(codename__in=names))
    for codename in ("add_page", "change_page", "publish_page", "lock_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        # Of the root of all: the border holds even where somebody gave a group of translators far too much.
        GroupPagePermission.objects.create(group=group, page=Page.objects.get(depth=1), permission=permission)
    client.force_login(user)
    client.own = own
    client.raise_request_exception = False
    return client


def words(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")


def test_no_address_of_the_admin_shows_or_changes_another_language(walker, home, locales):
    foreign = [Foreign(home, locales[code], walker.own) for code in ("pl", "en")]
    everything = {each.fill(path, space): f"{space}:{name}" for path, space, name in addresses() for each in foreign}
    before = [each.state() for each in foreign]
    asked = {"q": "Whispered", "id": [each.page.pk for each in foreign]}
    shown, broken = set(), set()
    for address, name in everything.items():
        if address is None:
            continue
        answers = [walker.get(address, asked)]
        if "locale=" in answers[0].get("Location", ""):
            answers.append(walker.get(answers[0]["Location"]))
        if answers[0].status_code != 403 and re.search(r"[0-9]", address):
            answers.append(walker.post(address, {"action-publish": "1"}))
        shown |= {name for answer in answers if SECRET in words(answer)}
        broken |= {name for answer in answers if answer.status_code >= 500}
    assert shown == set()
    assert broken == set()
    assert [each.state() for each in foreign] == before
    assert len(everything) > 300
