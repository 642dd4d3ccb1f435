"""Files that a resident sends: inspected first, then kept with the draft, whatever else was wrong on the page."""

import re

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.services import out_of_room
from forms.engine import Question
from forms.models import Draft, SubmissionFile
from forms.runner.intake import Kept, look_into
from forms.runner.journey import Journey
from forms.runner.turn import Turn
from forms.sealed_files import store

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


@transaction.atomic
def drop_file(journey: Journey, pk: str) -> None:
    """Remove one file of this draft; another draft's file is not found, nor one that was sent in this moment."""
    Draft.objects.select_for_update().filter(pk=journey.draft.pk).first()  # a sending tab takes files under this lock
    remove(next((file for file in journey.draft.files.all() if str(file.pk) == pk), None))


def remove(file: SubmissionFile | None) -> None:
    """Delete a row, where there is one, and its file when that is committed."""
    if file is None:
        return
    storage, name = file.file.storage, str(file.file.name)
    file.delete()
    transaction.on_commit(lambda: storage.delete(name))


def _take(turn: Turn, question: Question, upload: "UploadedFile[bytes]") -> str:
    """Store one upload with the draft; return why not, or an empty text."""
    row = SubmissionFile(draft=turn.journey.draft, question_key=turn.slot(question))
    most = int(question.limits.get("max_files", MOST_FILES))
    return keep_upload(upload, row, room=most - turn.files(question).count(), most=most)


def keep_upload(upload: "UploadedFile[bytes]", row: SubmissionFile, *, room: int, most: int) -> str:
    """Inspect an upload and store it as ``row``; return why not as a sentence for the resident, or an empty text.

    ``room`` is how many more may be sent here, of ``most``.
    """
    if room <= 0:
        words = ngettext(
            "You can send %(most)d file here. Remove it first if you want to send another.",
            "You can send %(most)d files here. Remove one first if you want to send another.",
            most,
        )
        return words % {"most": most}
    verdict = look_into(upload)
    if not isinstance(verdict, Kept):
        return _("“%(name)s”: %(reason)s") % {"name": shown_name(upload), "reason": verdict}
    try:
        _store(row, upload, verdict)
    except OSError as error:
        if not out_of_room(error):
            raise
        return _("We have no room for “%(name)s” at the moment. Try again later.") % {"name": shown_name(upload)}
    return ""


def _store(row: SubmissionFile, upload: "UploadedFile[bytes]", verdict: Kept) -> None:
    row.name, row.size, row.sha256 = shown_name(upload), verdict.size, verdict.sha256
    row.content_type, row.scan_state = verdict.content_type, verdict.scan_state
    store(row, verdict.file)
    row.save()


def shown_name(upload: "UploadedFile[bytes]") -> str:
    """Return what the resident called the file: short enough to store, read in its own order, without a folder."""
    return MISLEADING.sub("", upload.name or "")[-NAME_LENGTH:] or _("file")
