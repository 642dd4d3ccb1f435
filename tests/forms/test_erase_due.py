"""One row that cannot be erased keeps nobody else's data: it is logged without its text, counted, and tried again."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from core.models import ScheduledJob
from core.schedule.registry import jobs
from core.schedule.run import outcome_of, run_due_jobs
from core.services import PartlyDoneError
from forms import retention
from forms.models import Draft, Submission, SubmissionFile
from forms.services import erase_due, start_draft
from tests.forms.test_cases import make_case

pytestmark = pytest.mark.django_db
SECRET = "Quetzalcoatlus-7731"


@pytest.fixture
def due(version):
    """Three requests whose time is over."""
    rows = [make_case(version, number) for number in range(3)]
    Submission.objects.update(closed_at=timezone.now() - timedelta(days=366))
    return rows


def break_one(monkeypatch, broken):
    def erase(row, reason):
        if row.pk == broken.pk:
            raise ValueError(SECRET)
        return real(row, reason)

    real = retention.erase_case
    monkeypatch.setattr(retention, "erase_case", erase)


def erased():
    return set(Submission.objects.filter(erased_at__isnull=False).values_list("pk", flat=True))


def test_the_others_are_erased_and_the_log_names_the_row_and_not_its_text(due, monkeypatch, caplog):
    first, *others = due
    with monkeypatch.context() as broken:
        break_one(broken, first)
        with pytest.raises(PartlyDoneError) as left:
            erase_due()
    assert left.value.failed == 1
    assert erased() == {row.pk for row in others}
    assert str(first.pk) in caplog.text
    assert "raised:ValueError" in caplog.text
    assert SECRET not in caplog.text
    assert erase_due() == 1
    assert first.pk in erased()


def test_the_jobs_outcome_says_how_many_were_left(due, monkeypatch):
    break_one(monkeypatch, due[1])
    (job,) = [job for job in jobs() if job.name == "forms.erase"]
    assert outcome_of(job) == "failed-rows:1"
    run_due_jobs()
    assert ScheduledJob.objects.get(name="forms.erase").last_outcome == "failed-rows:1"


def test_a_draft_whose_file_does_not_go_keeps_its_row_and_no_other_draft(version, monkeypatch):
    drafts = [start_draft(version, f"owner{number}") for number in range(3)]
    file = SubmissionFile(
        draft=drafts[0], question_key="photo", name="a.png", size=1, sha256="0", content_type="image/png",
        scan_state="clean",
    )  # fmt: skip
    file.file.save("a", ContentFile(b"x"))
    Draft.objects.update(expires_at=timezone.now())

    def away(_name):
        raise TimeoutError

    with monkeypatch.context() as broken:
        broken.setattr(file.file.storage, "delete", away)
        with pytest.raises(PartlyDoneError):
            erase_due()
    assert Draft.objects.get() == drafts[0]
    assert SubmissionFile.objects.get() == file
    assert erase_due() == 1
    assert not file.file.storage.exists(file.file.name)


def test_a_form_whose_rule_is_broken_keeps_no_other_forms_data(due, version, monkeypatch):
    draft = start_draft(version, "owner")
    Draft.objects.update(expires_at=timezone.now())

    def broken(_version):
        raise KeyError("retention")

    monkeypatch.setattr(retention, "requests_due", broken)
    with pytest.raises(PartlyDoneError):
        erase_due()
    assert not Draft.objects.filter(pk=draft.pk).exists()
