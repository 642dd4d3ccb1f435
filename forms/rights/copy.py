"""Everything we hold about a person, in one ZIP: for programs as JSON, for people as a page, with their files."""

import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from core.services import UnsealError
from forms.inbox.case import answers_of
from forms.models import Draft, Submission, SubmissionFile
from forms.rights.drafts import about_draft
from forms.rights.messages import words_of
from forms.rights.registry import holdings
from forms.sealed_files import plain_chunks

#: What a name in a ZIP may hold: no path leads out of the folder it is unpacked in (CWE-22).
UNSAFE = re.compile(r"[^\w.() -]")


def copy_for(
    cases: Iterable[Submission], elsewhere: Mapping[str, Any] | None = None, drafts: Iterable[Draft] = ()
) -> bytes:
    """Return the ZIP. A part that does not open is named in it, never left out in silence.

    ``drafts`` are forms that are not sent yet, and ``elsewhere`` is what other rooms hold, by their names.
    """
    held, begun, out = [], [], BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for case in cases:
            about = about_case(case)
            about["files"] = _files(archive, case.reference, case.files.all())
            held.append(about)
        for number, draft in enumerate(drafts, 1):
            files = _files(archive, f"unfinished-{number}", draft.files.all())
            begun.append({**about_draft(draft), "files": files})
        facts = {"unfinished": begun, "requests": held, "made_at": timezone.localtime()}
        archive.writestr("requests.json", json.dumps(held, ensure_ascii=False, indent=2, default=str))
        if begun:
            archive.writestr("unfinished.json", json.dumps(begun, ensure_ascii=False, indent=2, default=str))
        for name, rows in (elsewhere or {}).items():
            archive.writestr(f"{name}.json", json.dumps(rows, ensure_ascii=False, indent=2, default=str))
        archive.writestr("index.html", render_to_string("forms/rights/copy.jinja", facts))
    return out.getvalue()


def about_case(case: Submission) -> dict[str, Any]:
    """Return what we hold about one request, as JSON can hold it."""
    about = {
        "reference": case.reference,
        "form": case.version.title,
        "status": str(case.get_status_display()),
        "channel": str(case.get_channel_display()),
        "received_at": case.received_at.isoformat(),
        "due_on": case.due_on.isoformat(),
        "closed_at": case.closed_at.isoformat() if case.closed_at else None,
        "team": case.team.name if case.team else "",
        "story": [
            {"at": event.at.isoformat(), "status": str(event.get_status_display()), "text": event.public_text}
            for event in case.events.all()
        ],
        "sent_to": [
            {"receiver": row.connector, "arrived_at": row.delivered_at.isoformat() if row.delivered_at else None}
            for row in case.deliveries.all()
        ],
        **{holding.name: holding.collect(case) for holding in holdings()},
    }
    try:
        return {**about, **_sealed(case)}
    except UnsealError:
        return {**about, "note": "The sealed part of this request does not open."}


def _sealed(case: Submission) -> dict[str, Any]:
    return {
        "answers": [
            {"group": group.title, "question": row.label, "answer": row.lines}
            for group in answers_of(case)
            for row in group.rows
        ],
        "notes": [{"at": note.at.isoformat(), "text": note.text} for note in case.casenotes.all()],
        "questions": [
            {"at": row.at.isoformat(), "text": row.text, "answer": row.answer} for row in case.casequestions.all()
        ],
        "messages": list(words_of(case)),
    }


def _files(archive: zipfile.ZipFile, folder: str, files: Iterable[SubmissionFile]) -> list[dict[str, Any]]:
    return [_put(archive, folder, number, file) for number, file in enumerate(files, 1)]


def _put(archive: zipfile.ZipFile, folder: str, number: int, file: SubmissionFile) -> dict[str, Any]:
    path = f"files/{folder}/{number}-{UNSAFE.sub('_', file.name)[-100:]}"
    try:
        archive.writestr(path, b"".join(plain_chunks(file)))
    except UnsealError:
        return {"name": file.name, "path": None, "note": "This file does not open."}
    return {"name": file.name, "path": path, "size": file.size}
