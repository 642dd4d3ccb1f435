"""Personal data goes before the first write; what the council needs to know stays. All examples are made up."""

import json
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from django.conf import settings

from insight.checks import name_model
from insight.privacy import find, names, scrub, tidy

#: The part between « and » is personal and of this kind. Numbers are from ranges that nobody has.
PERSONAL = [
    ("email", "Write to «jane.doe@example.org» please"),
    ("email", "my mail is «o'neil+bins@mail.example.co.uk»."),
    ("email", "It is «sam dot smith at example dot org»"),
    ("email", "«m.khan(at)example.com»"),
    ("phone", "Call me on «07700 900123» after six"),
    ("phone", "«+44 7700 900 456» is my mobile"),
    ("phone", "ring «(01632) 960 001»"),
    ("phone", "tel: «0044 1632 960961»"),
    ("phone", "«01632-960-100»"),
    ("phone", "«020 7946 0958» rang out"),
    ("phone", "my daughter in Poland «+48 601 234 567»"),
    ("phone", "phone me on «960123» thanks"),
    ("phone", "text «7700 900 123»"),
    ("postcode", "I live near «OX4 1JD» and the bins were missed"),
    ("postcode", "postcode «ox41jd»"),
    ("postcode", "at «SW1A 2AA»"),
    ("postcode", "from «M1 1AE»."),
    ("nino", "My number is «QQ 12 34 56 C»"),
    ("nino", "NI «qq123456c» was refused"),
    ("nino", "national insurance number «ZZ 12 34 56»"),
    ("nhs", "NHS number «943 476 5919»"),
    ("nhs", "my nhs number is «943-476-5870»"),
    ("nhs", "patient «9434765919» waited"),
    ("card", "I paid with «4111 1111 1111 1111» twice"),
    ("card", "card «5500-0000-0000-0004»"),
    ("card", "amex «378282246310005»"),
    ("reference", "reference «WM7K 4R9T» never came"),
    ("reference", "My case number is «FS-Case-1234567» still open"),
    ("reference", "council tax account «8012345678»"),
    ("reference", "ref: «HB/2291043»"),
    ("reference", "claim no. «12345678»"),
    ("reference", "the parking fine «OX91234567» is wrong"),
    ("address", "I live at «12 Cowley Road» and"),
    ("address", "«Flat 3, 27a Iffley Road» has mould"),
    ("address", "my bin at «114 st mary's road» was missed"),
    ("address", "«5 The Crescent» again"),
    ("address", "collect from «221B Baker Street»"),
    ("address", "i live at «9 willow close»"),
    ("date-of-birth", "I was born on «3 April 1985»"),
    ("date-of-birth", "DOB «03/04/1985»"),
    ("date-of-birth", "date of birth: «1985-04-03»"),
    ("date-of-birth", "dob is «3.4.85»"),
    ("bank", "sort code «12-34-56»"),
    ("bank", "account number «12345678»"),
    ("bank", "IBAN «GB29 NWBK 6016 1331 9268 19»"),
    ("name", "My name is «Jane Doe» and"),
    ("name", "I spoke to «Mandeep» twice"),
    ("name", "«Mrs Okafor» was helpful"),
    ("name", "Please tell «Sarah Jenkins» thank you"),
    ("name", "Still broken. Regards, «Priya Nair»"),
    ("vehicle", "my car «AB12 CDE» was towed"),
]

CLEAN = [
    "Sarah Street and St Thomas Street are closed.",
    "Will the hall open in May? Grace is needed.",
    "My council tax 2025/26 bill says 2026.",
    "I looked at oxford.gov.uk and at the map.",
    "The A40 was shut at 10 the whole day.",
    "Mark the bay please. Bill came twice.",
    "The bin on Cowley Road was missed on 3 March 2026.",
    "I waited 45 minutes on the phone and gave up.",
    "There are 3 cars on the road every day.",
    "The X3 bus stops at St Clement's and Rose Hill.",
    "Council tax went up by 4.99 per cent to £2,345.67.",
    "The form failed 12 times on my phone.",
    "The park in Blackbird Leys needs a new gate.",
    "Open the tip at 8am, not 10am.",
    "Potholes on the A40, A4074 and B4495 are bad.",
    "Step 2 of 3 asks for the same thing twice.",
    "My neighbour's tree blocks the light in 2 rooms.",
    "Wait 10 working days, it said. I waited 28.",
    "2 weeks on the waiting list for a garage.",
    "Florence Park and Barton Park are lovely.",
    "Ring road closed again, 20 mph would help.",
    "The page says 2025/26 but we are in 2026/27.",
    "Charles Street has no lamps at night.",
    "I got error 404 and then error 500.",
    "Pay £1200000 for a road nobody wanted?",
    "Meeting on 12-03-26 was cancelled.",
    "I order online and it works well.",
    "In 2019 you promised 1,000 homes.",
    "Thanks, everyone was kind.",
    "The library at Westgate opens at 9.",
    "Is M25 5am traffic your fault? No.",
    "Take the E3 4th exit.",
]


@pytest.mark.parametrize(("kind", "marked"), PERSONAL)
def test_personal_data_is_found_where_it_stands(kind, marked):
    before, rest = marked.split("«")
    inside, after = rest.split("»")
    text = before + inside + after
    spans = find(text)
    covered = {place for span in spans for place in range(span.start, span.end)}
    wanted = {place for place in range(len(before), len(before) + len(inside)) if text[place].isalnum()}
    assert wanted <= covered, spans
    assert kind in {span.kind for span in spans}
    outside = [place for place in covered if not len(before) <= place < len(before) + len(inside)]
    assert not [text[place] for place in outside if text[place].isalnum()], spans
    assert inside not in scrub(text).text


@pytest.mark.parametrize("text", CLEAN)
def test_what_the_council_needs_to_know_stays(text):
    assert scrub(text) == (text, ())


def test_checksums_spare_other_numbers():
    assert not [span for span in find("4111 1111 1111 1112 is no card") if span.kind == "card"]
    assert not [span for span in find("943 476 5918 is no patient") if span.kind == "nhs"]


def test_spans_are_code_points_in_order_and_never_overlap():
    text = "😀 شکریہ jane.doe@example.org, OX4 1JD, 12 Cowley Road 07700 900123"
    spans = find(text)
    assert text[spans[0].start : spans[0].end] == "jane.doe@example.org"
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_control_and_override_characters_go_first():
    assert tidy(" a\x00b\u202ec\r\nd\te\ud800 ") == "abc\nd\te"


def test_the_command_runs_without_django():
    lines = 'Mail jane.doe@example.org\n{"text": "All well, thank you."}\n{"text": "é\\n07700 900123"}\n{"no": "json"\n'
    code = "import runpy, sys; runpy.run_module('insight.privacy', run_name='__main__'); "
    code += "assert 'django' not in sys.modules"
    result = subprocess.run(
        [sys.executable, "-c", code],
        input=lines.encode() + b"caf\xe9\n",
        capture_output=True,
        cwd=settings.BASE_DIR,
        check=True,
    )
    found = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert found[0] == {"text": "Mail [email]", "spans": [{"start": 5, "end": 25, "kind": "email"}]}
    assert found[1] == {"text": "All well, thank you.", "spans": []}
    assert found[2] == {"text": "é\n[phone]", "spans": [{"start": 2, "end": 14, "kind": "phone"}]}
    assert found[3]["text"] == '{"no": "json"'
    assert len(found) == 5


def test_the_labelled_comments_are_scrubbed_as_promised(capsys):
    from tools.bench_insight import privacy

    assert privacy.main(), capsys.readouterr().out


class _Supplied:
    """Stands for a model of an operator's own: it takes every capital for a person, and may fail."""

    def names(self, text):
        if "explode" in text:
            raise RuntimeError(text)
        yield -4, 900
        for match in re.finditer(r"[A-Z]\w+(?: [A-Z]\w+)*", text):
            yield match.span()


class TestNameModel:
    @pytest.fixture(autouse=True)
    def _model(self, monkeypatch):
        monkeypatch.setenv(names.VARIABLE, f"{__name__}:_Supplied")
        names.model.cache_clear()
        yield
        names.model.cache_clear()

    def test_an_operators_model_adds_its_names_and_takes_no_street_for_a_person(self):
        assert scrub("it was Wrenlow Quist who came to Cowley Road").text == "it was [name] who came to Cowley Road"

    def test_a_model_that_fails_costs_its_names_and_tells_nothing_of_the_text(self, caplog):
        assert scrub("explode, ring 07700 900123").text == "explode, ring [phone]"
        assert "RuntimeError" in caplog.text
        assert "explode" not in caplog.text

    def test_a_model_that_cannot_be_used_stops_the_start(self, monkeypatch):
        assert name_model() == []
        monkeypatch.setenv(names.VARIABLE, "no_such_package:model")
        names.model.cache_clear()
        (error,) = name_model()
        assert error.id == "insight.E001"
        assert "no_such_package" in error.msg
