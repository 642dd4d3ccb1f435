"""Machine drafts against small real servers: sound ones are drafts, damaged ones are nothing, and outages wait."""

import contextlib
import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from core.models import User
from core.services import Done, Rejected, Retry
from home.models import HomePage
from tests.servers.required import need
from translation.checks import Term
from translation.desk.segments import sentences
from translation.engines import EngineError, apertium, engine_for, why_none
from translation.engines.draft import ask_for_draft, deliver, is_sound
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
        elif mood == "long":
            texts = [text * 100_000 for text in texts]
        body = (
            {"translatedText": texts} if self.path == "/translate" else {"translations": [{"text": t} for t in texts]}
        )
        self.send_response({"down": 503, "refuses": 403}.get(mood, 200))
        self.end_headers()
        answer = {"html": b"<html>busy</html>", "deep": b"[" * 100_000}.get(mood, json.dumps(body).encode())
        with contextlib.suppress(OSError):  # whoever asked may have gone
            step = 1 if mood == "drips" else len(answer)
            for at in range(0, len(answer), step):
                self.wfile.write(answer[at : at + step])
                self.wfile.flush()
                time.sleep(0.01)

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


@pytest.mark.parametrize(("text", "sound"), [("<b>Kosze</b>", True), ('<b style="color:red">Kosze</b>', False)])
def test_what_the_page_would_not_take_is_no_draft(text, sound):
    assert is_sound("<b>Bins</b>", text, "pl", ()) is sound


@pytest.mark.parametrize(("dead", "said"), [(True, "The machine gave no draft"), (False, "It is asked again later")])
def test_the_desk_says_what_became_of_a_draft(machine, translation, admin_client, dead, said):
    ask_for_draft(translation)
    here = reverse("translation_edit", args=[translation.uuid])
    assert "A draft is on its way." in admin_client.get(here).content.decode()
    gone = timezone.now() if dead else None
    DraftJob.objects.update(attempts=1, last_error="engine-down", dead_at=gone)
    page = admin_client.get(here).content.decode()
    assert said in page
    assert "engine-down" in page
    DraftJob.objects.update(dead_at=None, delivered_at=timezone.now())
    assert "engine-down" not in admin_client.get(here).content.decode()


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
        ("deep", Rejected("engine-no-json")),
        ("long", Rejected("engine-too-long")),
        ("drips", Retry("engine-slow")),
    ],
)
def test_an_engine_that_fails_writes_nothing(machine, translation, monkeypatch, mood, outcome):
    machine.mood = mood
    if mood == "drips":
        monkeypatch.setattr("translation.engines.web.SECONDS", 0.1)
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
