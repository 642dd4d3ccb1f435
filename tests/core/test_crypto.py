"""A sealed value opens only in its place, with its key, unchanged."""

import base64
import secrets

import pytest
from django.core.exceptions import ImproperlyConfigured

from core.crypto import UnsealError, key_id_of, keyed_hash, parse_ring, seal, unseal

PLACE = "onlineforms_submission.answers:7"


def new_key(name: str) -> str:
    return f"{name}={base64.b64encode(secrets.token_bytes(32)).decode()}"


def test_opens_in_its_place():
    sealed = seal("ĐŁ🙂".encode(), context=PLACE)
    assert unseal(sealed, context=PLACE) == "ĐŁ🙂".encode()
    assert unseal(memoryview(sealed), context=PLACE) == "ĐŁ🙂".encode()


def test_hides_the_content_and_never_repeats():
    first, second = (seal(b"01865 000000", context=PLACE) for _ in range(2))
    assert first != second
    assert b"01865" not in first


@pytest.mark.parametrize("place", ["onlineforms_submission.answers:8", "onlineforms_submission.contact:7", ""])
def test_a_value_moved_to_another_row_or_field_does_not_open(place):
    with pytest.raises(UnsealError):
        unseal(seal(b"secret", context=PLACE), context=place)


def test_every_changed_or_missing_byte_is_noticed():
    sealed = seal(b"secret", context=PLACE)
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(UnsealError):
            unseal(bytes(changed), context=PLACE)
        with pytest.raises(UnsealError):
            unseal(sealed[:position], context=PLACE)


def test_old_keys_open_and_the_first_seals(settings):
    old, new = new_key("2025"), new_key("2026")
    settings.WAYMARK_KEYS = old
    sealed, found = seal(b"secret", context=PLACE), keyed_hash("a@example.org", purpose="contact")
    settings.WAYMARK_KEYS = f"{new}, {old}"
    assert unseal(sealed, context=PLACE) == b"secret"
    assert key_id_of(seal(b"", context=PLACE)) == "2026"
    assert keyed_hash("a@example.org", purpose="contact") == found, "rows must still be found after a key is added"
    settings.WAYMARK_KEYS = new
    with pytest.raises(UnsealError, match="not in WAYMARK_KEYS"):
        unseal(sealed, context=PLACE)


def test_another_key_of_the_same_name_does_not_open(settings):
    sealed = seal(b"secret", context=PLACE)
    settings.WAYMARK_KEYS = new_key(key_id_of(sealed))
    with pytest.raises(UnsealError, match="changed or moved"):
        unseal(sealed, context=PLACE)


def test_hashes_differ_by_purpose_and_value():
    hashes = {keyed_hash(value, purpose=purpose) for value in ("a", "b") for purpose in ("phone", "mail")}
    assert len(hashes) == 4
    assert all(len(each) == 64 for each in hashes)
    assert keyed_hash("a", purpose="phone") == keyed_hash("a", purpose="phone")


@pytest.mark.parametrize(
    ("ring", "words"),
    [
        ("", "holds no key"),
        ("no-equals-sign", "must look like"),
        ("=AAAA", "must look like"),
        ("bad name=AAAA", "must look like"),
        ("a=***", "not base64"),
        ("a=" + base64.b64encode(b"too short").decode(), "has 9 bytes and needs 32"),
        ("a=" + base64.b64encode(b"a" * 32).decode(), "not random"),
        (f"{new_key('a')},{new_key('a')}", "twice"),
    ],
    ids=lambda value: str(value)[:8] if "=" not in str(value) else "ring",
)
def test_a_wrong_ring_says_what_is_wrong_in_one_line(ring, words):
    with pytest.raises(ImproperlyConfigured, match=words) as error:
        parse_ring(ring)
    assert "\n" not in str(error.value)


def test_a_key_never_shows_its_secret():
    ring = parse_ring(new_key("a"))
    assert repr(ring) == "KeyRing(keys=(Key('a'),))"
