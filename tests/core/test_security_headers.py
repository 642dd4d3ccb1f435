"""Every answer carries the strict headers; readers get no cookie and may share a cache."""

import pytest

from core.models import User

pytestmark = pytest.mark.django_db

PUBLIC_PATHS = ["/", "/ur/", "/healthz/", "/robots.txt", "/no-such-page/", "/search/", "/%00"]
STRICT = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
    "media-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
    "object-src 'none'", "frame-ancestors 'none'",
}  # fmt: skip


def policy(response):
    return {part.strip() for part in response["Content-Security-Policy"].split(";")}


@pytest.fixture
def staff(client):
    user = User.objects.create_superuser("chief", password="a long pass phrase")
    client.force_login(user)
    return client


@pytest.mark.parametrize("path", [*PUBLIC_PATHS, "/admin/login/", "/admin/password_reset/", "/admin/"])
def test_strict_headers_before_login(client, path):
    response = client.get(path)
    assert policy(response) == STRICT
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert "Server" not in response


@pytest.mark.parametrize("path", PUBLIC_PATHS)
def test_readers_get_no_cookie(client, path):
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_admin_has_its_own_policy_after_login_only(staff, client):
    inside = policy(staff.get("/admin/"))
    assert "script-src 'self' 'unsafe-inline'" in inside
    assert "default-src 'none'" in inside
    assert policy(staff.get("/")) == STRICT
    assert policy(staff.get("/admin/second-factor/set-up/")) == STRICT


def test_public_pages_may_be_kept_and_checked(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=60, stale-while-revalidate=300"
    again = client.get("/", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    packed = client.get("/", headers={"accept-encoding": "gzip", "if-none-match": f"W/{response['ETag']}"})
    assert packed.status_code == 304


def test_a_missing_page_may_be_kept_a_bad_request_not(client):
    assert "max-age=60" in client.get("/no-such-page/")["Cache-Control"]
    assert client.get("/?a=%00")["Cache-Control"] == "no-store, private"
    assert client.post("/")["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/pages/", "/admin/second-factor/", "/healthz/"])
def test_admin_and_health_are_never_kept(staff, path):
    assert "no-store" in staff.get(path)["Cache-Control"]


def test_what_looked_at_a_cookie_is_private(rf):
    from django.http import HttpResponse

    from core.security.caching import CacheControlMiddleware

    for personal in (HttpResponse(headers={"Vary": "Cookie"}), HttpResponse()):
        if "Vary" not in personal.headers:
            personal.set_cookie("a", "b")
        assert CacheControlMiddleware(lambda request: personal)(rf.get("/"))["Cache-Control"] == "no-store, private"  # noqa: B023 - called at once
    own = HttpResponse(headers={"Cache-Control": "no-store"})
    assert CacheControlMiddleware(lambda request: own)(rf.get("/"))["Cache-Control"] == "no-store"
