"""The demo's forms are in plain English, whole and safe to show."""

import re

import pytest

from forms.demo.loader import ORDER, read

TAG = re.compile(r"<[^>]+>")
PHONE = re.compile(r"\b0\d[\d ]{8,}\b")


def sentences(name):
    """Return every sentence of a form that a resident reads."""
    texts = []

    def collect(value, key=""):
        if isinstance(value, dict):
            for field, inner in value.items():
                collect(inner, field)
        elif isinstance(value, list):
            for inner in value:
                collect(inner, key)
        elif isinstance(value, str) and key in WORDS:
            texts.append(TAG.sub(" ", value))

    collect(read(name))
    return [part.strip() for text in texts for part in re.split(r"(?<=[.?!])\s+", text) if part.strip()]


WORDS = {"title", "summary", "start_text", "privacy", "label", "hint", "error_missing", "error_invalid", "body"}


@pytest.mark.parametrize("name", ORDER)
def test_a_form_reads_at_age_eleven_or_below(name):
    parts = sentences(name)
    words = [word for part in parts for word in re.findall(r"[\w'’@.-]*\w", part)]
    letters = sum(len(re.sub(r"[^\w]", "", word)) for word in words)
    ari = 4.71 * letters / len(words) + 0.5 * len(words) / len(parts) - 21.43
    assert ari <= 7
    assert max(len(part.split()) for part in parts) < 20


@pytest.mark.parametrize("name", ORDER)
def test_phones_are_kept_for_drama_and_addresses_are_examples(name):
    text = " ".join(sentences(name))
    assert all(number.startswith("01632 960") for number in PHONE.findall(text))
    assert all(domain == "example.org" for domain in re.findall(r"@([\w.]+\w)", text))


@pytest.mark.parametrize("name", [name for name in ORDER if name != "another-format"])
def test_forms_ask_what_to_do_differently(name):
    keys = [question.get("maps_to") for step in read(name)["steps"] for question in step["questions"]]
    assert "needs" in keys
