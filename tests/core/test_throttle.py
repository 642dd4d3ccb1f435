"""Limits hold over many workers, and an address cannot be forged."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from core.services import client_address, take_token
from tests.servers import redis
from tests.servers.required import need


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def at(monkeypatch):
    """Set the clock: seconds since some start of a window."""

    def set_clock(seconds):
        monkeypatch.setattr(time, "time", lambda: 1_800_000_000 + seconds)

    set_clock(0)
    return set_clock


def takes(count, key="a", limit=5):
    return [take_token("form", key, limit=limit, seconds=60) for _ in range(count)]


def test_the_limit_holds_for_each_key_alone(at):
    assert takes(6) == [True] * 5 + [False]
    assert takes(1, key="b") == [True]


def test_the_bucket_fills_evenly_again(at):
    takes(5)
    at(60 + 30)
    assert takes(4) == [True, True, False, False], "half of the last window still counts"
    at(60 * 4)
    assert takes(5) == [True] * 5


def test_a_cache_that_is_down_stops_nobody(settings, caplog):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }
    assert takes(7) == [True] * 7
    assert "limit of form is not kept" in caplog.text


def test_the_cache_never_sees_the_key(monkeypatch):
    names = []
    monkeypatch.setattr("core.throttle.bucket._count", lambda name, lifetime: names.append(name) or 1)
    take_token("login", "203.0.113.7", limit=1, seconds=60)
    assert len(names) == 1
    assert "203.0.113.7" not in names[0]


@pytest.mark.service("redis")
def test_many_workers_share_one_limit(settings):
    need("Redis", installed=redis.installed())
    with redis.redis() as address:
        settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address}}
        cache.set("there", 1)
        assert cache.get("there") == 1, "the test must really use the server"
        with ThreadPoolExecutor(16) as workers:
            taken = list(workers.map(lambda _: take_token("form", "a", limit=30, seconds=3600), range(200)))
        assert taken.count(True) == 30


REQUESTS = [
    # remote address, header, trusted, expected
    ("203.0.113.7", "198.51.100.1", [], "203.0.113.7"),
    ("127.0.0.1", "198.51.100.1", ["127.0.0.1"], "198.51.100.1"),
    ("127.0.0.1", "6.6.6.6, 198.51.100.1", ["127.0.0.1"], "198.51.100.1"),
    ("127.0.0.1", "198.51.100.1, 10.0.0.2", ["127.0.0.1", "10.0.0.0/8"], "198.51.100.1"),
    ("127.0.0.1", "", ["127.0.0.1"], "127.0.0.1"),
    ("127.0.0.1", "not an address", ["127.0.0.1"], "127.0.0.1"),
    ("127.0.0.1", "6.6.6.6, <script>", ["127.0.0.1"], "127.0.0.1"),
    ("::ffff:127.0.0.1", "198.51.100.1", ["127.0.0.1"], "198.51.100.1"),
    ("::1", "2001:db8::7", ["::1"], "2001:db8::7"),
    ("", "198.51.100.1", ["unix"], "198.51.100.1"),
    ("", "198.51.100.1", [], ""),
]


@pytest.mark.parametrize(("remote", "header", "trusted", "expected"), REQUESTS)
def test_only_our_proxy_is_believed(settings, remote, header, trusted, expected):
    settings.WAYMARK_TRUSTED_PROXIES = trusted
    request = RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=header)
    assert client_address(request) == expected
