"""Authors see what residents said about their own pages; the report needs its permission."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from core.models import User
from insight.services import Subject, add_comment, record_form_event, record_rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(bins):
    group = Group.objects.create(name="Bins authors")
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=bins, permission=permission)
    user = User.objects.create_user("author", password="secret-words-here")
    user.groups.add(group)
    return user


def rate_page(page, yes, no):
    subject = Subject("page", str(page.translation_key), "bins-and-recycling")
    for value in [2] * yes + [1] * no:
        rating = record_rating(value=value, scale="useful2", subject=subject, question_id="page-useful", locale="en")
    return rating


def test_an_author_sees_ratings_and_comments_of_their_page(client, author, bins):
    rating = rate_page(bins, 20, 10)
    add_comment(rating.id, "<script>x</script> I am on 07700 900123")
    client.force_login(author)
    html = client.get(reverse("insight_page", args=[bins.pk])).content.decode()
    assert "67 in 100" in html
    assert "30 answers" in html
    assert "between 49 and 81" in html
    assert "&lt;script&gt;x&lt;/script&gt; I am on [phone]" in html
    assert "<svg" in html
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[bins.pk])).content.decode()
    assert reverse("insight_page", args=[bins.pk]) in editor


def test_too_few_answers_give_no_figure(client, author, bins):
    rate_page(bins, 3, 1)
    client.force_login(author)
    html = client.get(reverse("insight_page", args=[bins.pk])).content.decode()
    assert "There are 4 answers" in html
    assert "in 100" not in html


def test_another_page_and_the_report_stay_closed(client, author, bins):
    client.force_login(author)
    assert client.get(reverse("insight_page", args=[bins.get_parent().pk])).status_code == 302
    assert client.get(reverse("insight_report")).status_code == 302
    assert client.get(reverse("insight_page", args=[999_999])).status_code == 404
    client.logout()
    response = client.get(reverse("insight_page", args=[bins.pk]))
    assert "/admin/login/" in response["Location"]


def test_the_report_lists_pages_and_forms_and_its_csv_runs_no_formula(client, author, bins):
    author.user_permissions.add(Permission.objects.get(content_type__app_label="insight", codename="view_event"))
    bins.title = "=HYPERLINK(1) bins"
    bins.save()
    rate_page(bins, 2, 1)
    for _ in range(4):
        record_form_event("completed", "missed-bin", 3, "", "en", "web")
    record_rating(value=5, scale="csat5", subject=Subject("form", "missed-bin:3"), question_id="form-end", locale="en")
    client.force_login(author)
    html = client.get(reverse("insight_report")).content.decode()
    assert "missed-bin:3" in html
    assert "25%" in html
    assert "Too few answers" in html
    response = client.get(reverse("insight_report"), {"export": "csv"})
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert [(row["kind"], row["answers"], row["figure"]) for row in rows] == [
        ("page", "3", "useful_share"),
        ("form", "1", "csat_top2"),
    ]
    assert not rows[0]["name"].startswith("=")
    assert (rows[1]["finished"], rows[1]["value"]) == ("4", "")
