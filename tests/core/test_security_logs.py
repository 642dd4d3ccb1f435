"""Nothing personal in the logs."""

import logging

import pytest

from core.security.logs import RedactFilter, redact

TOKEN = "q7Zk2mWv0XbR4yT9nL6pQe"
CASES = [
    ("mail from rose.o-brien+a@mail.example.org.", "mail from [e-mail]."),
    ("GET /find/?email=rose%40example.org", "GET /find/?email=[e-mail]"),
    (f"GET /forms/status/{TOKEN}/", "GET /forms/status/[token]/"),
    ("token=abc&next=/admin/", "token=[secret]&next=/admin/"),
    ("{'password': 'hunter2', 'a': 1}", "{'password': '[secret]', 'a': 1}"),
    ("sessionid=abc123; csrftoken", "sessionid=[secret]; csrftoken"),
    ("hash " + "0af9" * 16, "hash [token]"),
    ("call +44 1865 249811 or 07700 900123", "call [phone] or [phone]"),
]
HARMLESS = [
    "GET /housing/how-to-apply-for-a-council-home-in-2026/ 200",
    "form 7c9e6679-7425-40de-944b-e07fc1f90ae7 took 1250 ms",
]


@pytest.mark.parametrize(("text", "expected"), [*CASES, *zip(HARMLESS, HARMLESS, strict=True)])
def test_what_is_struck_out_and_what_stays(text, expected):
    assert redact(text) == expected


def logged(capture, message, *args, **options):
    capture.clear()
    logger = logging.getLogger("waymark.test")
    handler = capture.handler
    handler.addFilter(RedactFilter())
    try:
        logger.warning(message, *args, **options)
    finally:
        handler.filters.clear()
    return handler.format(capture.records[0])


def test_arguments_are_struck_out_and_lines_cannot_be_forged(caplog):
    line = logged(caplog, "refused %s", "rose@example.org\r\n2026 INFO all is well\u2028")
    assert "rose" not in line
    assert len(line.splitlines()) == 1


def test_tracebacks_are_struck_out(caplog):
    line = logged(caplog, "failed", exc_info=ValueError("no such contact: rose@example.org"))
    assert "rose" not in line
    assert "ValueError: no such contact: [e-mail]" in line


def test_every_handler_has_the_filter(settings):
    assert settings.LOGGING["handlers"]
    assert all("redact" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
