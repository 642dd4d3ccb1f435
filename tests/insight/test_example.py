"""A made-up year for demonstrations, never for a real site."""

import pytest
from django.core.management import CommandError, call_command

from insight.demo import feedback
from insight.models import DailyRollup, Event

pytestmark = pytest.mark.django_db


def test_a_real_site_refuses_it(settings):
    settings.WAYMARK_DEMO = False
    with pytest.raises(CommandError, match="made-up answers"):
        call_command("load_example_feedback")
    assert not Event.objects.exists()


def test_the_year_is_made_once_and_counted(settings, monkeypatch, pages_of_the_demo, capsys):
    settings.WAYMARK_DEMO = True
    monkeypatch.setattr(feedback, "DAYS", 40)
    call_command("load_example_feedback")
    made = Event.objects.filter(source=feedback.SOURCE).count()
    assert made > 40
    assert DailyRollup.objects.filter(question="page-useful/1").exists()
    call_command("load_example_feedback")
    assert Event.objects.filter(source=feedback.SOURCE).count() == made
    assert "0 events were added." in capsys.readouterr().out
