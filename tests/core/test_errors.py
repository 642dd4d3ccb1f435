"""Error pages help and keep their status; health and robots answer machines."""

import pytest
from django.test import Client, override_settings
from django.urls import path
from wagtail.models import Locale

from core import health
from core.models import Contact
from waymark.urls import urlpatterns as site_addresses

pytestmark = pytest.mark.django_db


def fail(request):
    raise RuntimeError("rose@example.org")


def refuse(request):
    from django.core.exceptions import PermissionDenied

    raise PermissionDenied


def post(request):
    from django.http import HttpResponse

    return HttpResponse("stored")


urlpatterns = [path("fail/", fail), path("refuse/", refuse), path("post/", post), *site_addresses]
handler400, handler403, handler404, handler500 = (
    f"core.views.{name}" for name in ("bad_request", "forbidden", "not_found", "server_error")
)


def test_a_missing_page_shows_the_ways_on(client):
    Contact.objects.create(name="Main", phone="01632 960000", locale=Locale.get_default())
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    for words in ("Page not found", 'action="/search/"', 'href="/"', "01632 960000", 'lang="en"'):
        assert words in response.text
    assert response.text.count("<h1") == 1


def test_a_missing_page_of_another_language_stays_in_it(client):
    response = client.get("/ur/no-such-page/")
    assert response.status_code == 404
    for words in ('lang="ur"', 'dir="rtl"', 'action="/ur/search/"'):
        assert words in response.text


@pytest.mark.urls("tests.core.test_errors")
def test_a_fault_of_ours_says_so_without_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = Client(raise_request_exception=False).get("/fail/")
    assert response.status_code == 500
    assert "The fault is ours" in response.text
    assert "rose@" not in response.text
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["elsewhere.example", "testserver@elsewhere.example", "x" * 300])
def test_another_websites_name_is_a_bad_request_and_no_fault_of_ours(host):
    response = Client(raise_request_exception=False).get("/", headers={"host": host})
    assert response.status_code == 400
    assert "This is not the address of our website" in response.text
    assert host not in response.text


@pytest.mark.urls("tests.core.test_errors")
def test_a_refusal(client):
    response = client.get("/refuse/")
    assert response.status_code == 403
    assert "You cannot see this page" in response.text


@pytest.mark.urls("tests.core.test_errors")
def test_a_post_from_elsewhere_is_refused_and_answers_are_kept():
    response = Client(enforce_csrf_checks=True).post("/post/", {"a": "b"})
    assert response.status_code == 403
    assert "your answers are still in the page" in response.text
    assert "stored" not in response.text
    assert not response.cookies


@pytest.mark.parametrize("path", ["/no-such-page/", "/?a=%00"])
def test_error_pages_keep_the_public_policy(client, path):
    response = client.get(path)
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "style=" not in response.text
    assert "<script>" not in response.text


def test_an_unknown_host_is_refused_and_not_repeated(client):
    response = client.get("/", headers={"host": "evil.example.org"})
    assert response.status_code == 400
    assert "evil" not in response.text


def test_robots_keep_out_of_the_admin_and_of_a_demonstration(client):
    open_to_all = "User-agent: *\nDisallow: /admin/\nSitemap: http://testserver/sitemap.xml\n"
    assert client.get("/robots.txt").text == open_to_all
    with override_settings(WAYMARK_DEMO=True):
        assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"


def test_health(client):
    assert client.get("/healthz/").json() == {"status": "ok"}
    response = client.get("/healthz/ready/")
    assert (response.status_code, response.json()) == (200, {"database": "ok", "cache": "ok", "disk": "ok"})
    assert "no-store" in response["Cache-Control"]


def test_health_is_red_when_a_part_is_down(client, monkeypatch):
    monkeypatch.setattr(health, "MINIMUM_FREE_BYTES", 10**18)
    with override_settings(
        CACHES={
            "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"}
        }
    ):
        response = client.get("/healthz/ready/")
    assert (response.status_code, response.json()) == (503, {"database": "ok", "cache": "down", "disk": "down"})
    assert client.get("/healthz/").status_code == 200
