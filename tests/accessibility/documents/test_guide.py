"""The guide is made from the checks: nothing that blocks is left out."""

import pytest
from django.urls import reverse

from accessibility.documents.advice import ADVICE, Program
from accessibility.documents.base import Severity
from accessibility.documents.guide import chapter, lessons_of, without_blanks
from accessibility.documents.wcag import RULES

BLOCKING = [rule.id for rule in RULES.values() if rule.severity is Severity.BLOCK]


@pytest.mark.parametrize("rule", BLOCKING)
def test_each_blocking_check_has_a_place(rule):
    chapters = [program for program in Program if any(rule in lesson.rules for lesson in lessons_of(program))]
    assert set(chapters) == set(ADVICE[rule].steps)
    assert chapters


@pytest.mark.parametrize("program", Program)
def test_chapter_says_each_thing_once_and_what_blocks_first(program):
    lessons = lessons_of(program)
    assert len({lesson.id for lesson in lessons}) == len(lessons) > 3
    for section in chapter(program):
        blocks = [lesson.blocks for lesson in section.lessons]
        assert blocks == sorted(blocks, reverse=True)


def test_no_blanks_of_the_checks_are_left():
    assert without_blanks("The title “{title}” says {words} words.") == "The title “…” says … words."


@pytest.mark.django_db
def test_progress_is_kept_in_the_session(as_author):
    lessons = lessons_of(Program.WORD)
    address = reverse("document_checks:chapter", args=["Word"])
    page = as_author.post(address, {"done": [lessons[0].id, "nonsense"]}, follow=True).content.decode()
    assert f"Word: you have done 1 of {len(lessons)}." in page
    assert page.count(" checked") == 1
    assert f"1 of {len(lessons)} things done" in as_author.get(reverse("document_checks:guide")).content.decode()


@pytest.mark.django_db
def test_paper_has_no_admin_round_it(as_author, client, django_user_model):
    page = as_author.get(reverse("document_checks:chapter", args=["Word"]), {"print": ""}).content.decode()
    assert "wagtail" not in page.lower()
    assert "Select the line, then Home &gt; Styles &gt; Heading 1 to 3." in page
    assert as_author.get(reverse("document_checks:chapter", args=["Edlin"])).status_code == 404


@pytest.mark.django_db
def test_the_guide_stands_in_the_help_menu(as_author, rf, author):
    from wagtail.admin.menu import help_menu

    request = rf.get("/admin/")
    request.user = author
    assert reverse("document_checks:guide") in {item.url for item in help_menu.menu_items_for_request(request)}
