"""Machine drafts against small real servers: sound ones are drafts, damaged ones are nothing, and outages wait."""

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from core.models import User
from core.services import Done, Rejected, Retry
from home.models import HomePage
from tests.servers.required import need
from translation.checks import Term
from translation.desk.segments import sentences
from translation.engines import EngineError, apertium, engine_for, why_none
from translation.engines.draft import ask_for_draft, deliver
from translation.engines.protect import protect, unprotect
from translation.models import DraftJob

pytestmark = pytest.mark.django_db

WORDS = {
    "Report a missed bin": "Zgłoś nieodebrany kosz",
    "Call": "Zadzwoń pod",
    "within": "w ciągu",
    "working days": "dni roboczych",
}


def polish(text):
    for english, own in WORDS.items():
        text = text.replace(english, own)
    return text


class Machine(BaseHTTPRequestHandler):
    """Answers both protocols; ``server.mood`` says how well."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, asked, self.headers.get("Authorization")))
        texts = [polish(text) for text in asked.get("q") or asked["text"]]
        mood = self.server.mood
        if mood == "drops":
            texts = [re.sub(r"<span[^>]*>.*?</span>", "", text, count=1) for text in texts]
        elif mood == "changes":
            texts = [text.replace(">2<", ">5<") for text in texts]
        elif mood == "fewer":
            texts = texts[:-1]
        body = (
            {"translatedText": texts} if self.path == "/translate" else {"translations": [{"text": t} for t in texts]}
        )
        self.send_response({"down": 503, "refuses": 403}.get(mood, 200))
        self.end_headers()
        self.wfile.write(b"<html>busy</html>" if mood == "html" else json.dumps(body).encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def machine(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Machine)
    server.mood, server.asked = "well", []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"127.0.0.1:{server.server_port}"
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = [host]
    settings.WAYMARK_TRANSLATION_ENGINES = {"pl": {"engine": "libretranslate", "url": f"http://{host}"}}
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def translation(home):
    HomePage.max_count_per_parent = None
    summary = "Call 01865 249811 within 2 working days."
    page = home.add_child(instance=HomePage(title="Report a missed bin", slug="missed", summary=summary))
    source, _ = TranslationSource.update_or_create_from_instance(page)
    locale, _ = Locale.objects.get_or_create(language_code="pl")
    return Translation.objects.create(source=source, target_locale=locale)


def drafted(translation):
    assert ask_for_draft(translation)
    outcome = deliver(DraftJob.objects.get(translation=translation))
    return outcome, {each.path: each for each in sentences(translation)}


@pytest.mark.parametrize("name", ["libretranslate", "deepl"])
def test_a_draft_keeps_its_facts_and_waits_for_a_person(machine, translation, settings, name):
    settings.WAYMARK_TRANSLATION_ENGINES["pl"] |= {"engine": name, "key": "secret"}
    outcome, found = drafted(translation)
    assert outcome == Done()
    assert found["summary"].text == "Zadzwoń pod 01865 249811 w ciągu 2 dni roboczych."
    assert found["summary"].is_machine
    path, _asked, authorization = machine.asked[0]
    assert (path, authorization) == {
        "libretranslate": ("/translate", None), "deepl": ("/v2/translate", "DeepL-Auth-Key secret"),
    }[name]  # fmt: skip


@pytest.mark.parametrize("mood", ["drops", "changes"])
def test_what_comes_back_damaged_is_not_written(machine, translation, mood):
    machine.mood = mood
    outcome, found = drafted(translation)
    assert outcome == Done()
    assert (found["summary"].text, found["title"].text) == ("", "Zgłoś nieodebrany kosz")


@pytest.mark.parametrize(
    ("mood", "outcome"),
    [
        ("down", Retry("engine-status-503")),
        ("refuses", Rejected("engine-status-403")),
        ("html", Rejected("engine-no-json")),
        ("fewer", Rejected("engine-wrong-count")),
    ],
)
def test_an_engine_that_fails_writes_nothing(machine, translation, mood, outcome):
    machine.mood = mood
    answer, found = drafted(translation)
    assert answer == outcome
    assert {each.text for each in found.values()} == {""}


def test_an_engine_that_is_gone_is_asked_again_later(machine, translation, settings):
    settings.WAYMARK_TRANSLATION_ENGINES["pl"] |= {"url": "http://127.0.0.1:9"}
    settings.WAYMARK_OUTGOING_ALLOWED_HOSTS = ["127.0.0.1:9"]
    assert drafted(translation)[0] == Retry("engine-down")


def test_what_a_person_wrote_is_never_overwritten(machine, translation):
    from translation.desk.write import save_words

    save_words(
        translation, {each.pk: "Moje słowa" for each in sentences(translation) if each.path == "title"}, {}, None
    )
    assert drafted(translation)[1]["title"].text == "Moje słowa"


def test_a_language_without_an_engine_has_no_drafts(translation):
    assert ask_for_draft(translation) is False
    assert not DraftJob.objects.exists()


def test_a_person_asks_once(machine, translation):
    ask_for_draft(translation)
    ask_for_draft(translation)
    assert DraftJob.objects.count() == 1
    assert User.objects.count() == 0


def test_names_links_and_placeholders_go_through_in_shells():
    text = 'Pay %(sum)s Council Tax at https://example.org by <a id="a1">12 May</a>'
    protected = protect(text, (Term("Council Tax", "keep"),))
    assert protected.kept == ("%(sum)s", "Council Tax", "https://example.org", "12")
    assert unprotect(protected.text, protected) == text
    assert unprotect(protected.text.replace("Council Tax", "Podatek"), protected) is None


def test_an_engine_that_is_not_installed_is_named_in_words(settings, monkeypatch):
    settings.WAYMARK_TRANSLATION_ENGINES = {"es": {"engine": "apertium"}, "pl": {"engine": "apertium"}}
    monkeypatch.setattr(apertium, "program", lambda: "")
    monkeypatch.setattr(apertium, "installed", frozenset)
    assert engine_for("es") is None
    assert "apertium apertium-eng-spa" in why_none("es")
    assert "does not translate into this language" in why_none("pl")
    assert why_none("ur") == "No machine drafts this language."


@pytest.fixture
def offline(tmp_path, monkeypatch):
    """A program that stands in for apertium: it upper-cases words, and says what it was given."""
    script = tmp_path / "apertium"
    script.write_text('#!/bin/sh\n[ -n "$HOME$SECRET_KEY" ] && exit 9\n[ -n "$(ls)" ] && exit 8\nsed \'s/bin/cubo/\'\n')
    script.chmod(0o755)
    monkeypatch.setattr(apertium, "program", lambda: str(script))
    return script


def test_the_offline_engine_runs_with_nothing_but_the_text(offline):
    texts = ["Report a bin", 'Call <span translate="no" id="w0">01865 249811</span>']
    assert apertium.Apertium(("eng-spa",)).translate(texts, "es") == [texts[0].replace("bin", "cubo"), texts[1]]


@pytest.mark.parametrize(
    ("script", "code", "later"),
    [("exec sleep 30", "engine-slow", True), ("exit 3", "engine-failed", False), ("echo", "engine-wrong-count", False)],
)
def test_an_offline_engine_that_fails_is_ended(offline, monkeypatch, script, code, later):
    offline.write_text(f"#!/bin/sh\n{script}\n")
    monkeypatch.setattr(apertium, "SECONDS", 0.5)
    with pytest.raises(EngineError) as raised:
        apertium.Apertium(("eng-spa",)).translate(["Report a bin"], "es")
    assert (raised.value.code, raised.value.later) == (code, later)


def test_debians_apertium_keeps_shells_and_tags():
    need("apertium-eng-spa", installed=not apertium.missing("es"))
    text = 'Report a <b>missed bin</b> within <span translate="no" id="w0">2</span> days.'
    answer = apertium.Apertium(apertium.MODES["es"]).translate([text, "Call us."], "es")
    assert '<span translate="no" id="w0">2</span>' in answer[0]
    assert "días" in answer[0]
    assert len(answer) == 2
