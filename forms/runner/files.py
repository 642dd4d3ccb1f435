"""Files that a resident sends: inspected first, then kept with the draft, whatever else was wrong on the page."""

import re

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forms.engine import Question
from forms.models import SubmissionFile
from forms.runner.intake import Kept, look_into
from forms.runner.journey import Journey
from forms.runner.turn import Turn

Refusals = dict[str, list[tuple[str, str]]]
MOST_FILES = 3
NAME_LENGTH = 255
#: Controls, and marks that turn the order of letters: with them "gnp.exe" can be made to read "exe.png" (UTR 36).
MISLEADING = re.compile("[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def take_files(request: HttpRequest, turn: Turn) -> Refusals:
    """Keep each good file of the post; return what is wrong with the others, by question key."""
    refused: Refusals = {}
    for question in turn.step.asked:
        if question.kind != "file":
            continue
        for upload in request.FILES.getlist(question.key):
            reason = _take(turn, question, upload)
            if reason:
                refused.setdefault(question.key, []).append((reason, "file"))
    return refused


def drop_file(journey: Journey, pk: str) -> None:
    """Remove one file of this draft; another draft's file is not found."""
    file = next((file for file in journey.draft.files.all() if str(file.pk) == pk), None)
    if file is None:
        return
    storage, name = file.file.storage, str(file.file.name)
    file.delete()
    transaction.on_commit(lambda: storage.delete(name))


def _take(turn: Turn, question: Question, upload: "UploadedFile[bytes]") -> str:
    """Store one upload; return why not, or an empty text."""
    most = int(question.limits.get("max_files", MOST_FILES))
    if turn.files(question).count() >= most:
        words = ngettext(
            "You can send %(most)d file here. Remove it first if you want to send another.",
            "You can send %(most)d files here. Remove one first if you want to send another.",
            most,
        )
        return words % {"most": most}
    verdict = look_into(upload)
    if not isinstance(verdict, Kept):
        return _("“%(name)s”: %(reason)s") % {"name": shown_name(upload), "reason": verdict}
    _store(turn, question, upload, verdict)
    return ""


def _store(turn: Turn, question: Question, upload: "UploadedFile[bytes]", verdict: Kept) -> None:
    file = SubmissionFile(
        draft=turn.journey.draft,
        question_key=turn.slot(question),
        name=shown_name(upload),
        size=verdict.size,
        content_type=verdict.content_type,
        sha256=verdict.sha256,
        scan_state=verdict.scan_state,
    )
    verdict.file.seek(0)
    file.file.save(str(file.pk), File(verdict.file), save=False)
    file.save()


def shown_name(upload: "UploadedFile[bytes]") -> str:
    """Return what the resident called the file: short enough to store, read in its own order, without a folder."""
    return MISLEADING.sub("", upload.name or "")[-NAME_LENGTH:] or _("file")
