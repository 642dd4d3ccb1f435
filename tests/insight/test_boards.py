"""The boards say what the roll-ups say, in a sentence, a table and a bar; each person sees their own."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from core.models import User
from insight.dashboards import guide
from insight.dashboards.funnel import funnel
from insight.dashboards.guide import FormGuide, StepGuide
from insight.models import Action, Alarm, DailyRollup, Event, Item, SatisfactionTarget, ServiceChange
from insight.recording.rebuild import rebuild
from insight.recording.store import Fact, record
from insight.services import Subject, record_form_event, record_search, record_status
from insight.stats import rake, weighted_cells
from services.models import StandardPage

pytestmark = pytest.mark.django_db

STEPS = [StepGuide("where", "Where you live"), StepGuide("which", "Which bin", always=False), StepGuide("who", "You")]


@pytest.fixture
def forms(monkeypatch):
    running = [FormGuide("missed-bin", 3, "Report a missed bin", "bins-and-recycling")]
    monkeypatch.setattr(guide, "_told", [(lambda: running, lambda slug, number: STEPS if number == 3 else ())])


def count(question, n, **values):
    row = {
        "day": timezone.localdate(), "subject": "form:missed-bin:3", "channel": "web", "locale": "en",
        "standing": "counted", "n": n, "question": question, **values,
    }  # fmt: skip
    DailyRollup.objects.create(**row)


def staff(*permissions, pages=()):
    group = Group.objects.create(name=f"Staff {User.objects.count()}")
    for name in ("wagtailadmin.access_admin", *permissions):
        label, codename = name.split(".")
        group.permissions.add(Permission.objects.get(content_type__app_label=label, codename=codename))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    for page in pages:
        GroupPagePermission.objects.create(group=group, page=page, permission=change)
    user = User.objects.create_user(f"staff{User.objects.count()}", password="secret-words-here")
    user.groups.add(group)
    return user


def get(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(name, args=args), query)


def test_a_board_names_its_one_service_once(client, bins, forms):
    area = bins.get_parent()
    html = get(client, staff(pages=[area]), "insight_service", area.slug).content.decode()
    title = html.partition("<title>")[2].partition("</title>")[0]
    assert title.count(area.title) == 1


def test_the_step_that_loses_people_is_named():
    counts = {"form.started": 100, "form.step:where": 90, "form.step:which": 20, "form.step:who": 40,
              "form.error:who": 31, "form.completed": 38}  # fmt: skip
    found = funnel(counts, STEPS, "Check and send")
    assert [(stage.came, stage.finished, stage.left) for stage in found.stages] == [
        (100, 90, 10), (None, 20, None), (90, 40, 50), (40, 38, 2),
    ]  # fmt: skip
    assert found.worst.title == "You"
    assert found.completion == 38


def test_a_handful_of_people_and_people_who_come_back_name_no_step():
    few = funnel({"form.started": 29, "form.step:where": 1}, STEPS, "Check")
    assert few.worst is None
    again = funnel({"form.started": 50, "form.step:where": 70, "form.step:who": 70, "form.completed": 69}, STEPS, "C")
    assert [stage.left for stage in again.stages if stage.left is not None] == [0, 0, 1]
    assert again.worst is None
    assert again.completion == 100


def test_a_forms_board_has_the_sentence_the_table_and_the_bars(client, home, forms):
    for question, n in {"form.started": 80, "form.step:where": 79, "form.step:who": 20, "form.completed": 20}.items():
        count(question, n)
    user = staff("insight.view_event")
    html = get(client, user, "insight_form", "missed-bin", 3).content.decode()
    assert "“You” loses most people: of 79 who came to it, 59 did not go on (75%)." in html
    assert html.count('<svg class="wm-board__meter"') == 4
    assert "Which bin" in html
    assert "Look here" in html
    listed = get(client, user, "insight_forms").content.decode()
    assert "20 of 80 forms that people started" in listed
    assert get(client, user, "insight_form", "missed-bin", 9).status_code == 404
    lines = get(client, user, "insight_form", "missed-bin", 3, export="csv").content.decode().splitlines()
    assert lines[0] == "Step by step,Step,Came,Went on,Left here,Still here after a day,Errors shown"
    assert lines[3].startswith("Step by step,You,79,20,59 (75%)")


def test_a_service_head_sees_their_service_and_no_other(client, home, bins, forms):
    area = bins.get_parent()
    other = home.add_child(instance=type(area)(title="Housing", slug="housing"))
    count("form-end/1", 40, r5=30, r1=10)
    count("page-useful/1", 40, r2=10, r1=30, subject=f"page:{bins.translation_key}", page=str(bins.translation_key))
    calls = {"r1": 190, "r2": 50, "r3": 100, "r4": 30, "channel": "phone"}
    count("contact.volume", 200, subject="service:bins", service=area.slug, **calls)
    Action.objects.create(said="The page is wrong", page=bins, locale=home.locale)
    head = staff(pages=[area])
    html = get(client, head, "insight_service", area.slug).content.decode()
    assert "75 of 100 answers in the last 90 days are satisfied" in html
    assert "25 of 100 answers in the last 90 days say that these pages are useful" in html
    assert "50 of 200 contacts could have been avoided." in html
    assert re.search(r"<td>25%</td>\s*<td>50%</td>\s*<td>15%</td>", html)
    assert "The page is wrong" in html
    assert "Housing" not in get(client, head, "insight_services").content.decode()
    assert get(client, head, "insight_service", other.slug).status_code == 302
    assert get(client, head, "insight_form", "missed-bin", 3).status_code in {200, 404}
    for closed in ("insight_channels", "insight_searches", "insight_cabinet", "insight_forms"):
        assert get(client, head, closed).status_code == 302, closed


def test_an_author_sees_own_pages_with_their_age(client, bins):
    other = bins.get_parent().add_child(instance=type(bins)(title="Somebody else's", slug="else"))
    user = staff(pages=[bins.get_parent()])
    bins.owner = user
    bins.last_published_at = timezone.now() - timedelta(days=400)
    bins.save()
    html = get(client, user, "insight_my_pages").content.decode()
    assert "Report a missed bin" in html
    assert "400 days ago" in html
    assert other.title not in html
    assert get(client, staff(), "insight_my_pages").status_code == 302


def test_targets_are_met_short_or_not_known_and_short_needs_its_note(client, home):
    day = date(2026, 1, 1)
    for channel, value in (("web", 60), ("phone", 90), ("counter", 97)):
        SatisfactionTarget.objects.create(channel=channel, value=value, from_on=day, plan=f"How: {channel}")
    SatisfactionTarget.objects.create(
        channel="web", value=99, from_on=timezone.localdate() + timedelta(days=9), plan="x"
    )
    count("form-end/1", 40, r5=30, r1=10)
    count("visit-end/1", 40, r5=30, r1=10, channel="phone")
    user = staff("insight.view_satisfactiontarget")
    html = get(client, user, "insight_cabinet").content.decode()
    assert "1 of 3 targets are met." in html
    assert "Short: say why" in html
    assert "Not known" in html
    assert "How: phone" in html
    assert "99%" not in html
    SatisfactionTarget.objects.filter(channel="phone").update(note="The new system was slow.")
    html = get(client, user, "insight_cabinet").content.decode()
    assert "Short: say why" not in html
    csv = get(client, user, "insight_cabinet", export="csv").content.decode()
    assert "Customer Service Excellence,1.3,Satisfied or very satisfied" in csv


def test_the_evidence_for_assessors_looks_back_on_a_quarter_and_on_a_year(client, home):
    long_ago = timezone.localdate() - timedelta(days=200)
    count("form.started", 10)
    count("form.completed", 4)
    count("form.started", 1_000, day=long_ago)
    count("status", 40, r1=10, r2=30, day=long_ago)
    user = staff("insight.view_satisfactiontarget")
    csv = get(client, user, "insight_cabinet", export="csv").content.decode()
    assert 'Customer Service Excellence,4.2,"Online forms sent, of those started",4 / 10,"4 / 1,010"' in csv
    assert "Customer Service Excellence,5.3,Finished by the promised day,Too few answers,75 in 100" in csv


def test_promises_kept_are_counted_once_and_rebuilt_the_same(client, home):
    today, form = timezone.localdate(), Subject("form", "missed-bin:3", "bins-and-recycling")
    for number in range(40):
        record_status(f"R{number}", "in_progress", today, today, form)
        record_status(f"R{number}", "closed", today, today - timedelta(days=number < 10), form)
    record_status("without a promise", "closed", today, None, form)
    before = list(DailyRollup.objects.values_list("question", "n", "r1", "r2"))
    assert before == [("status", 81, 10, 30)]
    rebuild()
    assert list(DailyRollup.objects.values_list("question", "n", "r1", "r2")) == before
    html = get(client, staff("insight.view_satisfactiontarget"), "insight_cabinet").content.decode()
    assert "75 of 100 were finished by the day that was promised." in html
    assert "R1" not in str(list(Event.objects.values_list("data", flat=True)))


def test_a_closed_case_of_a_register_tells_whether_it_was_in_time():
    case = {"case": "x" * 64, "stage": "closed", "channel": "email", "locale": "en", "received_on": "2026-03-02",
            "due_on": "2026-03-20", "closed_on": "2026-03-21"}  # fmt: skip
    record(Fact("foi", "/imports/foi", "service:unknown", case))
    assert list(DailyRollup.objects.values_list("question", "r1", "r2")) == [("foi.closed", 1, 0)]


def test_channels_are_weighted_by_use_and_the_silent_are_named(client, home):
    count("form-end/1", 100, r5=40, r1=60)
    count("visit-end/1", 100, r5=90, r1=10, channel="phone")
    count("contact.volume", 600, channel="phone", subject="service:x")
    count("contact.volume", 200, channel="counter", subject="service:x")
    count("form.completed", 200)
    html = get(client, staff("insight.view_event"), "insight_channels").content.decode()
    assert "Weighted by use, 78 of 100 are satisfied; unweighted it is 65." in html
    assert "Without a voice: Face to face." in html


def test_weighting_counts_is_the_same_as_raking_each_answer():
    answers = [{"channel": "web"}] * 30 + [{"channel": "phone"}] * 70
    raked = rake(answers, {"channel": {"web": 0.5, "phone": 0.5}})
    cells = weighted_cells({"web": (10, 30), "phone": (50, 70)}, {"web": 400, "phone": 400})
    assert cells.effective == pytest.approx(raked.effective, rel=1e-4)
    assert cells.weights["web"] == pytest.approx(raked.weights[0], rel=1e-4)
    assert cells.value == pytest.approx(100 * (0.5 * 10 / 30 + 0.5 * 50 / 70))
    assert weighted_cells({"web": (1, 29)}, {"web": 10}).value is None


def test_searches_by_week(client, home):
    for words, results in (("bins", 3), ("bins", 3), ("moon", 0), ("mars", 0)):
        record_search(words, results, "en")
    html = get(client, staff("insight.view_event"), "insight_searches").content.decode()
    assert "50% of 4 searches in the last 90 days found nothing." in html


def test_boards_read_no_event_and_few_rows_of_anything(client, home, bins, forms):
    record_form_event("started", "missed-bin", 3)
    user = staff("insight.view_event", "insight.view_satisfactiontarget", pages=[home])
    client.force_login(user)
    names = ["insight_forms", "insight_channels", "insight_searches", "insight_cabinet", "insight_my_pages"]
    addresses = [*map(reverse, names), reverse("insight_service", args=[bins.get_parent().slug])]
    for address in [*addresses, "/feedback/performance/", "/feedback/performance/satisfaction.csv"]:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        ours = [query["sql"] for query in asked if '"insight_' in query["sql"]]
        assert not [sql for sql in ours if '"insight_event"' in sql], address
        assert len(ours) < 16, address
        # A function that is called for each row costs more than all the rest: months are made of days afterwards.
        assert not [sql for sql in ours if "date_trunc" in sql.lower()], address
        rated = [sql for sql in ours if "page-useful" in sql and 'GROUP BY "insight_dailyrollup"."page"' in sql]
        assert all('"page" IN' in sql for sql in rated), address


def test_services_stand_side_by_side_and_what_waits_leads_to_its_screen(client, bins):
    boss = User.objects.create_superuser(username="boss", password="x")
    area = bins.get_parent()
    DailyRollup.objects.create(
        day=timezone.localdate(), subject="page:x", service=area.slug, page="x", channel="web", locale="en",
        question="page-useful/1", standing="counted", n=40, r1=10, r2=30,
    )  # fmt: skip
    item = Item.objects.create(
        kind="theme", key=f"{area.slug}|waiting", title="waiting", times=12, first_on=timezone.localdate()
    )
    assert "75 in 100" in get(client, boss, "insight_services").content.decode()
    html = get(client, boss, "insight_service", area.slug).content.decode()
    assert f'href="/admin/snippets/insight/item/edit/{item.pk}/"' in html


def test_a_plain_page_beside_the_service_areas_is_no_service(client, bins):
    home = bins.get_parent().get_parent()
    contact = home.add_child(instance=StandardPage(title="Contact us", slug="contact-us"))
    boss = User.objects.create_superuser(username="boss", password="x")
    for user in (boss, staff(pages=[home])):
        html = get(client, user, "insight_services").content.decode()
        assert "Bins and recycling" in html
        assert "Contact us" not in html
    client.force_login(boss)
    assert "Contact us" not in client.get("/admin/insight/answers/").content.decode()
    assert get(client, boss, "insight_service", contact.slug).status_code == 302


def test_who_enters_answers_chooses_a_service_that_the_boards_know(client, bins):
    client.force_login(User.objects.create_superuser(username="boss", password="x"))
    html = client.get("/admin/insight/answers/").content.decode()
    assert '<option value="bins-and-recycling">Bins and recycling</option>' in html


def test_what_waits_for_a_service_stands_there_whatever_it_is_about(client, bins, forms):
    area, today = bins.get_parent(), timezone.localdate()
    ServiceChange.objects.create(old="waste", new=area.slug)
    named = {"form:missed-bin:3": "The form", f"service:{area.slug}": "The counter", "form:other:1": "Another form"}
    for subject, name in named.items():
        Alarm.objects.create(
            subject=subject, name=name, question="visit-end/1", raised_on=today, began_on=today, usual=80, recent=50,
            answers=40,
        )  # fmt: skip
    Item.objects.create(kind="theme", key="waste|waiting", title="waiting: waste", times=12, first_on=today)
    html = get(client, staff(pages=[area]), "insight_service", area.slug).content.decode()
    assert "The form: 80 % → 50 %" in html
    assert "The counter: 80 % → 50 %" in html
    assert "waiting: waste" in html
    assert "Another form" not in html


def test_how_fast_the_council_acts_is_told_as_a_median(client, home):
    today = timezone.localdate()
    action = Action.objects.create(said="x", locale=home.locale, published_on=today)
    for number, days in enumerate((2, 9, 40)):
        Alarm.objects.create(
            subject=f"form:{number}:1", name="x", question="form-end/1", raised_on=today - timedelta(days=days + 5),
            began_on=today, usual=80, recent=50, answers=40, state="acted", closed_on=today - timedelta(days=5),
            action=action if number else None,
        )  # fmt: skip
    user = staff("insight.view_satisfactiontarget")
    html = get(client, user, "insight_cabinet").content.decode()
    assert "Half of the alarms that were acted on in the last 12 months had an action within 9 days." in html
    lines = get(client, user, "insight_cabinet", export="csv").content.decode().splitlines()
    assert "How fast we act,From an alarm to an action,9,3" in lines
    assert "How fast we act,From an action to its publication,5,2" in lines
    assert "How fast we act,From a thing that we hear to an action,–,0" in lines
    assert "How fast we act,From a “No” on a page to a published action,–,0" in lines


def test_a_form_in_two_languages_is_counted_once_under_its_english_title(client, home, monkeypatch):
    running = [
        FormGuide("missed-bin", 3, "خالی نہ ہونے والا کوڑے دان", locale="ur"),
        FormGuide("missed-bin", 3, "Report a missed bin", locale="en"),
        FormGuide("missed-bin", 2, "Zgłoś pominięty kosz", locale="pl"),
    ]
    monkeypatch.setattr(guide, "_told", [(lambda: running, lambda slug, number: STEPS)])
    count("form.started", 80)
    count("form.completed", 20)
    count("form.started", 5, subject="form:missed-bin:2")
    user = staff("insight.view_event")
    html = get(client, user, "insight_forms").content.decode()
    assert "20 of 85 forms that people started" in html
    assert (html.count("Report a missed bin"), html.count("Zgłoś pominięty kosz")) == (1, 1)
    assert "Report a missed bin" in get(client, user, "insight_form", "missed-bin", 3).content.decode()
