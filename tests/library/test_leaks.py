"""A file that waits, failed, could do harm or is private: no address hands it out, nothing names it to residents."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.views.serve import serve
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex, Site

from accessibility.documents.availability import tell_of_lapsed
from accessibility.documents.exemptions import end
from accessibility.models import DocumentOverride
from accessibility.services import ensure_checked, exempt, override
from core.models import Team
from library.models import CustomDocument
from search.services import find, rebuild
from search.suggestions import suggestions
from services.models import StandardPage
from tests.accessibility.documents import makers as make
from waymark.media import serve_media

pytestmark = pytest.mark.django_db

NAME = "Zebra crossing plan"


def pending(upload, _upload_unseen):
    return upload(make.good_docx(), name="zebra.docx", title=NAME)


def failed(upload, _upload_unseen):
    document = upload(make.bad_docx(), name="zebra.docx", title=NAME)
    ensure_checked(document)
    return document


def unreadable(_upload, upload_unseen):
    document = upload_unseen(b"%PDF-1.7\nbroken\n%%EOF", name="zebra.pdf")
    CustomDocument.objects.update(title=NAME)
    ensure_checked(document)
    return CustomDocument.objects.get()


def unsafe(_upload, upload_unseen):
    document = upload_unseen(make.pdf(script=True), name="zebra.pdf")
    CustomDocument.objects.update(title=NAME)
    ensure_checked(document)
    return CustomDocument.objects.get()


def private(upload, _upload_unseen):
    """It passed, and only who has signed in may have it."""
    document = upload(make.good_docx(), name="zebra.docx", title=NAME)
    ensure_checked(document)
    collection = Collection.get_first_root_node().add_child(name="Councillors")
    document.collection = collection
    document.save()
    below = collection.add_child(name="Minutes")
    CustomDocument.objects.update(collection=below)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return CustomDocument.objects.get()


@pytest.fixture(params=[pending, failed, unreadable, unsafe, private], ids=lambda state: state.__name__)
def hidden(request, upload, upload_unseen):
    return request.param(upload, upload_unseen)


@pytest.fixture
def page():
    """A live page that leads to a document; it stands since before the file was replaced, or its leave ran out."""

    def _page(document):
        home = Site.objects.get(is_default_site=True).root_page
        body = [("document", {"document": document, "text": ""})]
        page = home.add_child(instance=StandardPage(title="Roads", summary="Roads near you.", body=body, live=False))
        StandardPage.objects.filter(pk=page.pk).update(live=True)
        ReferenceIndex.create_or_update_for_object(page)  # otherwise the worker does
        rebuild()
        return StandardPage.objects.get(pk=page.pk)

    return _page


def named_in_search():
    return {entry.title for words in (NAME, "zebra", "roads") for entry in find(words, "en").entries} & {NAME}


def test_no_address_hands_it_out(client, rf, hidden):
    withheld = client.get(hidden.url)
    assert withheld.status_code in {302, 403}
    for headers in ({"range": "bytes=0-99"}, {"if-none-match": f'"{hidden.sha256[:32]}"'}, {"if-none-match": "*"}):
        assert client.get(hidden.url, headers=headers).status_code == withheld.status_code
    assert client.head(hidden.url).status_code == withheld.status_code
    assert client.get(f"{hidden.url}?download=1").status_code == withheld.status_code
    assert hidden.file.name.encode() not in withheld.content
    request = rf.get(hidden.url)
    request.user, request.session = AnonymousUser(), {}
    assert serve(request, hidden.pk, hidden.filename).status_code == withheld.status_code
    for prefix in ("", "/", "./", "x/../", "//"):
        for name in {hidden.file.name, hidden.file.name.replace("documents", "Documents")}:
            with pytest.raises(Http404):
                serve_media(rf.get("/media/"), f"{prefix}{name}")
    assert client.get(f"/media/{quote(hidden.file.name)}").status_code == 404


def test_nothing_names_it(client, hidden, page):
    page(hidden)
    assert named_in_search() == set()
    assert NAME not in suggestions("zeb", "en")
    assert hidden.filename not in client.get("/sitemap.xml").getvalue().decode()
    for address in ("/api/v2/documents/", "/api/v3/documents/", f"/api/v2/documents/{hidden.pk}/"):
        assert client.get(address).status_code == 404
    assert NAME not in client.get(reverse("search"), {"q": "zebra"}).content.decode().replace("zebra", "")
    assert NAME not in client.get(reverse("search_suggest"), {"q": "zeb"}).content.decode()


def test_page_that_links_it_leads_to_another_format(client, upload, page):
    document = failed(upload, None)
    shown = client.get(page(document).url).content.decode()
    assert f'href="{document.url}"' in shown
    assert document.file.name not in shown
    met = client.get(document.url)
    assert met.status_code == 403
    assert "Ask for this in another format" in met.content.decode()


@pytest.fixture
def decider(author):
    author.user_permissions.add(
        *Permission.objects.filter(codename__in=["add_lawfulexemption", "add_documentoverride"])
    )
    return type(author).objects.get(pk=author.pk)


@pytest.fixture
def let_out(upload, page, decider):
    """A document that failed and was let through."""
    document = failed(upload, None)
    page(document)
    day = timezone.localdate() + timedelta(days=3)
    return override(document, by=decider, reason="The inquiry needs it.", until=day)


def test_search_knows_at_once_that_it_was_let_through_and_that_this_was_ended(let_out, decider, client):
    assert named_in_search() == {NAME}
    assert client.get(let_out.document.url).status_code == 200
    end(let_out, by=decider, reason="The inquiry is over.")
    assert named_in_search() == set()
    assert client.get(let_out.document.url).status_code == 403


def test_search_forgets_what_ended_by_its_date(let_out, client):
    DocumentOverride.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert client.get(let_out.document.url).status_code == 403
    assert tell_of_lapsed() == 1
    assert named_in_search() == set()
    DocumentOverride.objects.update(until=timezone.localdate() - timedelta(days=30))
    assert tell_of_lapsed() == 0


def test_an_exemption_that_is_over_takes_it_out_of_the_search(upload, page, decider):
    document = failed(upload, None)
    page(document)
    team = Team.objects.create(name="Roads", email="roads@example.org")
    day = timezone.localdate() + timedelta(days=3)
    exemption = exempt(document, by=decider, kind="heritage", reason="A map.", owner=team, review_on=day)
    assert named_in_search() == {NAME}
    exemption.__class__.objects.update(review_on=timezone.localdate())
    tell_of_lapsed()
    assert named_in_search() == set()
