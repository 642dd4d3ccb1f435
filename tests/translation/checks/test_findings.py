"""What a check says about one translation: the faults that matter, and nothing about what is only another custom."""

import pytest

from translation.checks import Segment, Term, check

CASES = [
    # code, locale, English, translation
    ("number", "pl", "Wait 2 working days.", "Poczekaj 5 dni roboczych."),
    ("number", "ar", "Wait 12 days.", "انتظر ١٣ يوما."),
    ("phone", "ur", "Call 01865 249811.", "01865 249812 پر فون کریں۔"),
    ("money", "es", "It costs £33.50.", "Cuesta 35,50 £."),
    ("money", "pt", "It costs £33.50.", "Custa 33,50 €."),
    ("date", "pl", "Open until 12 March 2026.", "Otwarte do 12 kwietnia 2026."),
    ("date", "ro", "Open until 12 March 2026.", "Deschis până la 13 martie 2026."),
    ("date", "es", "We collect on Monday.", "Recogemos el martes."),
    ("link", "bn", "See https://example.org/a now", "দেখুন https://example.org/b এখন"),
    ("link", "pl", 'Read <a href="/bins/">bins</a>', 'Czytaj <a href="/bin/">kosze</a>'),
    ("email", "es", "Write to help@example.org", "Escriba a help@example.com"),
    ("placeholder", "pl", "Hello %(name)s", "Cześć %(imie)s"),
    ("placeholder", "pl", "Hello {name}", "Cześć"),
    ("placeholder", "es", "%s of %d", "%d de %s"),
    ("placeholder", "ro", "{count, plural, one {# page} other {#}}", "{count, plural, one {# pagină} other {#}"),
    ("placeholder", "pl", "Hello ${name}", "Cześć ${imie}"),
    ("tag", "es", "A <b>big</b> bin", "Un cubo <b>grande"),
    ("tag", "es", "A <b>big</b> bin", "Un cubo <b>grande</b"),
    ("tag", "pl", '<a id="a1">Bins</a>', '<a id="a2">Kosze</a>'),
    ("unsafe-html", "pl", "Bins", "Kosze <script>alert(1)</script>"),
    ("empty", "ur", "Bins", "  "),
    ("wrong-script", "ur", "Report a missed bin", "Report karo missed bin ko"),
    ("wrong-script", "pl", "Report a missed bin", "Сообщите о мусоре"),
    ("wrong-script", "zh-hans", "Report a missed bin", "Сообщите о мусоре"),
    ("wrong-script", "ur", "We collect all rubbish", "نحن نجمع كل القمامة في المدينة"),
    ("same-as-english", "es", "Report a missed bin", "Report a missed bin"),
    ("same-as-english", "pl", "Pay. We write to you when it is due.", "Zapłać. We write to you when it is due."),
    ("length", "es", "We collect the bins of every house in the city each week.", "Recogemos."),
    ("whitespace", "es", "Bins\n", "Cubos"),
]  # fmt: skip

CLEAN = [
    ("pl", "Pay £1,250.50 by 3 May 2026.", "Zapłać 1 250,50 £ do 3 maja 2026."),
    ("pt", "1,000 places", "1.000 lugares"),
    ("es", "Open at 5.30pm", "Abre a las 17:30"),
    ("ar", "Wait 12 days, call 01865 249811", "انتظر ١٢ يوما، اتصل ٠١٨٦٥ ٢٤٩٨١١"),
    ("ur", "It costs £33.50 for 2 bins", "۲ ڈبوں کے لیے £۳۳٫۵۰ ہے"),
    ("bn", "Wait 1,00,000 seconds or 12 days", "১,০০,০০০ সেকেন্ড বা ১২ দিন অপেক্ষা করুন"),
    ("zh-hans", "Open until 12 March 2026 at 9am", "开放至2026年3月12日上午9点"),
    ("zh-hans", "There are 2 bins", "有两个垃圾桶"),
    ("pl", "Wait 2 days", "Poczekaj dwa dni"),
    ("es", "Only one bin", "Solo 1 cubo"),
    ("pl", "Email", "Email"),
    ("de", "Read the “Waymark” guide", "Lesen Sie die Anleitung „Waymark“"),
    ("pl", "Call +44 1865 249811", "Zadzwoń: 01865 249 811"),
    ("es", "See https://docs.example.org/en/start", "Vea https://docs.example.org/es/start"),
    ("ur", "Send it as PDF or ODT", "اسے PDF یا ODT میں بھیجیں"),
]


@pytest.mark.parametrize(("code", "locale", "source", "target"), CASES)
def test_a_fault_is_found(code, locale, source, target):
    assert code in {finding.code for finding in check(Segment(source, target, locale))}


@pytest.mark.parametrize(("locale", "source", "target"), CLEAN)
def test_another_custom_is_no_fault(locale, source, target):
    assert [finding.message for finding in check(Segment(source, target, locale))] == []


def test_every_message_is_a_sentence_with_its_places_filled():
    found = [finding for _, locale, source, target in CASES for finding in check(Segment(source, target, locale))]
    assert len(found) >= len(CASES)
    assert [finding.message for finding in found if not finding.message.endswith((".", "?"))] == []


def test_the_glossary_is_heeded():
    terms = (Term("Council Tax", "keep"), Term("bin", "must", "kosz"), Term("", "forbidden", "śmietnik"))
    found = check(Segment("Pay Council Tax for a bin", "Zapłać podatek za śmietnik", "pl", glossary=terms))
    assert [(finding.code, finding.severity) for finding in found] == [
        ("glossary", "critical"), ("glossary", "advice"), ("glossary", "critical"),
    ]  # fmt: skip
    assert check(Segment("Pay Council Tax for a bin", "Zapłać Council Tax za kosz", "pl", glossary=terms)) == []


def test_one_word_left_as_it_is_is_only_advice():
    assert [finding.severity for finding in check(Segment("Rubbish", "Rubbish", "es"))] == ["advice"]
    assert [finding.severity for finding in check(Segment("Missed rubbish", "Missed rubbish", "es"))] == ["critical"]


@pytest.mark.parametrize("text", ["1" * 20_000, "<a " + " " * 20_000, "the " * 5_000, "%(" * 10_000, "{" * 10_000])
def test_a_very_long_text_is_no_trap(text):
    """Each pattern goes through a text once: a quadratic one would not come back from these."""
    assert check(Segment(text, text + "x", "pl")) is not None
