"""The open performance page and its data: from 30 answers on, with intervals, and no cell that could name somebody."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.utils import timezone

from insight.models import Action, DailyRollup, SatisfactionTarget
from insight.performance import figures, open_data, words
from insight.performance.withheld import withheld
from insight.stats import Point, csat_top2
from insight.types import Question

pytestmark = pytest.mark.django_db


def counted(counts, **values):
    row = {
        "day": timezone.localdate(), "subject": "form:missed-bin:3", "service": "bins", "channel": "web",
        "locale": "en", "question": "form-end/1", "standing": "verified", **values,
    }  # fmt: skip
    steps = {f"r{step}": count for step, count in enumerate(counts, start=1)}
    return DailyRollup.objects.create(n=sum(counts), **steps, **row)


def test_the_page_shows_channels_with_their_interval_and_says_where_answers_are_few(client, home):
    counted((10, 0, 0, 40, 50))
    counted((1, 0, 0, 0, 9), channel="phone", question="visit-end/1", subject="service:bins")
    counted((500, 0, 0, 0, 0), standing="suspect")
    counted((20, 80, 0, 0, 0), question="page-useful/1", subject="page:x")
    response = client.get("/feedback/performance/")
    html = response.content.decode()
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert "90 in 100, between 83 and 94 (100 answers)" in html
    assert "Too few answers yet: 10" in html
    assert "80 in 100" in html
    assert "Online" in html
    assert f"{timezone.localdate():%B %Y}" in html
    assert client.get("/ur/feedback/performance/").status_code == 200


def test_nobody_has_answered(client, home):
    assert client.get("/feedback/performance/").content.decode().count("Nobody has answered yet.") == 2
    assert client.get("/feedback/performance/satisfaction.json").json()["rows"] == []


def test_the_data_has_a_dictionary_fixed_names_and_hides_small_cells(client, home):
    counted((2, 6, 7, 40, 50))
    counted((0, 0, 0, 0, 4), channel="phone", question="visit-end/1")
    answer = client.get("/feedback/performance/satisfaction.json").json()
    assert list(answer["fields"]) == list(open_data.DICTIONARY)
    assert {row["figure"] for row in answer["rows"]} == {"csat_top2", "gds_score"}
    row = answer["rows"][0]
    assert (row["n"], row["r1"], row["r2"], row["r5"]) == (105, None, None, 50)
    assert {row["channel"] for row in answer["rows"]} == {"web"}
    content = client.get("/feedback/performance/satisfaction.csv").content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(content)))
    assert lines[0]["value"] == str(row["value"])
    assert list(lines[0]) == list(open_data.DICTIONARY)


def test_a_new_version_of_the_question_breaks_the_months(home, monkeypatch):
    counted((0, 0, 0, 0, 40))
    assert [[point.score.n for point in run] for run in figures.by_month()] == [[40]]


def test_you_said_we_did_shows_refusals_too(client, home):
    today = timezone.localdate()
    Action.objects.create(
        said="Open on Sundays", state="wont", reason="It costs too much.", published_on=today, locale=home.locale
    )
    Action.objects.create(said="Not yet public", did="x", state="done", locale=home.locale)
    html = client.get("/feedback/you-said-we-did/").content.decode()
    assert "Open on Sundays" in html
    assert "It costs too much." in html
    assert "We will not do this" in html
    assert "Not yet public" not in html


def test_a_question_that_changed_in_mid_month_breaks_the_series_and_joins_nothing(client, home, monkeypatch):
    asked = Question("form-end", 2, "csat5")
    monkeypatch.setattr(figures, "FORM_END", asked)
    monkeypatch.setattr(figures, "SATISFACTION", (asked,))
    counted((0, 0, 0, 40, 10), question="form-end/2")
    counted((10, 0, 0, 0, 30))
    counted((50, 0, 0, 0, 0), day=timezone.localdate().replace(day=1) - timedelta(days=1))
    runs = figures.by_month()
    assert [[(point.series, point.score.n) for point in run] for run in runs] == [
        [("form-end/1", 50), ("form-end/1", 40)],
        [("form-end/2", 50)],
    ]
    assert {row["question"] for row in open_data.rows()} == {"form-end/1", "form-end/2"}
    assert "must not be compared" in client.get("/feedback/performance/").content.decode()


def test_each_chart_has_a_sentence_that_says_no_more_than_the_numbers(client, home):
    this, before = timezone.localdate(), timezone.localdate().replace(day=1) - timedelta(days=40)
    counted((10, 0, 0, 50, 40))
    counted((60, 0, 0, 20, 20), day=before)
    DailyRollup.objects.create(
        day=this, subject="form:missed-bin:3", channel="web", locale="en", question="form.completed",
        standing="counted", n=400,
    )  # fmt: skip
    counted((20, 80, 0, 0, 0), question="page-useful/1", subject="page:x", channel="qr")
    counted((60, 40, 0, 0, 0), question="page-useful/1", subject="page:y", service="housing")
    html = client.get("/feedback/performance/").content.decode()
    assert "65 of 100 people were satisfied or very satisfied (200 answers)." in html
    assert "Of 100 people who sent a form, 50 answered" in html
    assert f"In {before:%B %Y} it was 40 of 100, in {this:%B %Y} 90 of 100. That is a real rise." in html
    assert "Pages of “Bins” were found useful most often, those of “Housing” least often." in html
    assert "(question form-end, version 1)" in html
    assert words.course([Point("2026-01", csat_top2((9, 0, 0, 0, 31)), "a/1")]) == ""
    even = [Point(f"2026-0{month}", csat_top2((10, 0, 0, 0, 30 + month)), "a/1") for month in (1, 2)]
    assert words.course(even).endswith("The difference can be chance.")


def test_no_figure_tells_a_count_that_is_hidden(client, home):
    """With the number of all answers, a share tells the sum of each side, and a mean tells even more."""
    counted((2, 6, 7, 40, 50))
    counted((3, 0, 0, 40, 50), channel="qr", question="visit-end/1")
    counted((9, 8, 7, 3, 50), channel="phone", question="visit-end/1")
    counted((2, 40, 0, 0, 0), question="page-useful/1", subject="page:x")
    counted((20, 40, 0, 0, 0), question="page-useful/1", subject="page:y", service="housing")
    for service in ("housing", "parks"):  # a cell that is alone in a sum of the page is told by it
        counted((9, 9, 9, 9, 9), channel="qr", question="visit-end/1", service=service)
    for channel in ("kiosk", "qr"):
        counted((9, 9, 0, 0, 0), question="page-useful/1", subject="page:x", channel=channel)
    counted((10, 9, 8, 40, 50), channel="kiosk", question="visit-end/1")
    rows = {(row["channel"], row["service"], row["figure"]): row for row in open_data.rows()}

    def told(*key):
        return [rows[key][name] for name in ("r1", "r2", "r3", "r4", "r5", "value", "low")]

    assert told("web", "bins", "csat_top2") == [None, None, 7, 40, 50, 85.7, 77.8]
    assert told("web", "bins", "gds_score")[-2:] == [None, None]
    assert told("qr", "bins", "csat_top2") == [None, 0, 0, None, 50, None, None]
    assert told("phone", "bins", "csat_top2")[:5] == [9, 8, 7, None, None]
    assert told("phone", "bins", "csat_top2")[5] == 68.8
    assert told("web", "bins", "useful_share") == [None, None, 0, 0, 0, None, None]
    assert told("web", "housing", "useful_share")[:2] == [20, 40]
    assert told("kiosk", "bins", "gds_score")[5] == 73.7


def test_targets_stand_in_public_met_or_short_with_their_plan(client, home):
    day = timezone.localdate()
    counted((10, 0, 0, 40, 50))
    counted((20, 0, 0, 0, 20), channel="phone", question="visit-end/1", subject="service:bins")
    for channel, value in (("web", 85), ("phone", 90), ("counter", 97)):
        SatisfactionTarget.objects.create(
            channel=channel, value=value, from_on=day, plan=f"How: {channel}", note="A new system.",
            plan_link="https://plan.example/",
        )  # fmt: skip
    html = client.get("/feedback/performance/").content.decode()
    text = " ".join(html.split())
    assert "Online: we want 85 of 100 people to be satisfied. In the last 90 days it was 90 of 100. " in text
    assert "We have reached this target." in text
    assert "it was 50 of 100. We have not reached this target yet." in text
    assert "Face to face: we want 97 of 100 people to be satisfied. There are too few answers" in text
    assert (text.count("A new system."), text.count("How: ")) == (2, 3)
    assert text.count('href="https://plan.example/"') == 3
    urdu = client.get("/ur/feedback/performance/").content.decode()
    assert '<p class="govuk-inset-text" lang="en" dir="ltr">' in urdu


def test_no_total_of_the_page_tells_a_cell_that_is_hidden(home):
    """What the page sums, less all cells of the data, is either nothing or more than one cell."""
    last = timezone.localdate().replace(day=1) - timedelta(days=1)
    for service, few in (("bins", 3), ("housing", 60)):
        counted((50, 70, 0, 0, 0), question="page-useful/1", subject=f"page:{service}", service=service, day=last)
        counted((20, 30, 0, 0, 0), question="page-useful/1", subject=f"page:{service}", service=service, channel="qr")
        counted((few, 0, 0, 0, 0), question="page-useful/1", subject=f"page:{service}", service=service)
    for number, channel in enumerate(("web", "phone", "kiosk", "qr")):
        counted((9, 9, 9, 9, 40 + number), channel=channel)
        counted((9, 9, 9, 9, 50 + number), channel=channel, day=last)
    counted((9, 9, 9, 9, 9), question="visit-end/1")
    counted((0, 0, 0, 0, 2), channel="paper")
    rows = {(row["question"], row["service"], row["channel"], row["month"]): row["n"] for row in open_data.rows()}
    useful = {key[1:]: n for key, n in rows.items() if key[0] == "page-useful/1"}
    now, before = f"{timezone.localdate():%Y-%m}", f"{last:%Y-%m}"
    assert useful == {
        ("bins", "web", before): 120,
        ("housing", "web", before): 120, ("housing", "qr", now): 50, ("housing", "web", now): 60,
    }  # fmt: skip
    after_forms = {key[2:] for key in rows if key[0] == "form-end/1"}
    both = {(channel, month) for channel in ("phone", "kiosk", "qr") for month in (now, before)}
    assert after_forms == both | {("web", before)}
    assert "visit-end/1" not in {key[0] for key in rows}


def test_a_count_that_totals_would_tell_is_hidden_under_thirty_answers_too(home):
    """Nothing is said of so few but their counts; the page's totals still tell how many were satisfied."""
    counted((1, 16, 0, 3, 9))
    row = next(iter(open_data.rows()))
    assert [row[f"r{step}"] for step in range(1, 6)] == [None, None, 0, None, None]


def test_a_cell_without_its_figure_hides_no_other_from_a_total(home):
    """It tells how many answers it has: with it and the page's sum, those of the one that is away were told."""
    counted((0, 0, 0, 3, 0), service="bins")
    counted((2, 0, 0, 20, 20), service="housing")
    counted((10, 10, 10, 10, 10), service="parks")
    assert {row["service"] for row in open_data.rows()} == {"parks"}


def test_a_channels_sum_is_of_all_questions_together(home):
    counted((0, 0, 0, 0, 2), channel="qr", question="visit-end/1")
    counted((9, 9, 9, 9, 9), channel="qr")
    counted((9, 9, 9, 9, 8), channel="qr", service="housing")
    counted((9, 9, 9, 9, 9))
    counted((9, 9, 9, 9, 9), question="visit-end/1")
    assert ("qr", "housing") not in {(row["channel"], row["service"]) for row in open_data.rows()}


def test_what_a_cell_alone_in_a_sum_of_the_page_tells_has_no_counts_beside_it(home):
    """The page says that 90 of 93 were satisfied: that nobody gave 2 or 3 would tell that three gave 1."""
    counted((3, 0, 0, 40, 50), channel="qr", question="visit-end/1")
    assert list(open_data.rows()) == []


def test_sums_that_tell_nothing_each_tell_nothing_together():
    """Two rings of months and channels, joined by one cell: each sum has two that are hidden or more."""
    months = [date(2026, number, 1) for number in range(1, 5)]
    few = {(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (0, 2)}
    cells = {
        (month, "form-end/1", channel, "bins"): (0, 0, 0, 4, 0) if (row, column) in few else (10, 10, 10, 10, 10)
        for row, month in enumerate(months)
        for column, channel in enumerate(("web", "phone", "kiosk", "qr"))
    }
    away = withheld(cells)
    first = {cell for cell in away if cell[0] in months[:2]}
    assert len({cell for cell in first if cell[2] in ("kiosk", "qr")}) > 1
