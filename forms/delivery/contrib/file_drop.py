"""A file a request, in a storage that another system empties: a folder, or a bucket such as S3 by its own backend."""

import io
import json
from typing import ClassVar

from django.core.files.base import ContentFile
from django.core.files.storage import InvalidStorageError, Storage, storages
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _

from core.services import Done, Outcome, Retry, write_csv
from forms.delivery.base import Capability, Connector, Handover, Receiver

#: Columns that stand before the answers in a CSV file.
FACTS = ("reference", "form", "received_at", "due_on", "channel", "locale")


class FileDrop(Connector):
    """Exactly once: the file is named after the request, so a repeat finds it there and leaves it."""

    slug = "file-drop"
    name = _("File in a folder or bucket (JSON or CSV)")
    options_schema: ClassVar = {
        "type": "object",
        "required": ["storage", "format"],
        "additionalProperties": False,
        "properties": {
            "storage": {"type": "string", "minLength": 1, "description": "the name of a storage in the settings"},
            "format": {"enum": ["json", "csv"], "description": "json or csv"},
            "folder": {
                "type": "string",
                "pattern": "^[a-z0-9/_-]*$",
                "description": "small letters, digits and slashes",
            },
        },
    }
    capabilities = frozenset({Capability.HEALTH})

    def deliver(self, handover: Handover) -> Outcome:
        """Write the file, whole or not at all as far as the storage can."""
        options = handover.receiver.options
        storage = _storage(handover.receiver)
        if storage is None:
            return Retry("no-storage")
        ending = options["format"]
        name = get_valid_filename(f"{handover.submission.reference}-{handover.submission.pk}.{ending}")
        path = f"{options.get('folder', '').strip('/')}/{name}".lstrip("/")
        content = (_as_csv(handover) if ending == "csv" else _as_json(handover)).encode()
        if storage.exists(path) and storage.size(path) < len(content):
            storage.delete(path)  # half of it, from a try that was killed or found no room
        if not storage.exists(path):
            storage.save(path, ContentFile(content))
        return Done(name)

    def healthcheck(self, receiver: Receiver) -> str:
        """Look whether the storage is in the settings and can be read."""
        storage = _storage(receiver)
        if storage is None:
            return "no-storage"
        try:
            storage.exists("waymark")
        except OSError as error:
            return f"storage:{type(error).__name__}"
        return ""


def _storage(receiver: Receiver) -> Storage | None:
    try:
        return storages[receiver.options["storage"]]
    except InvalidStorageError:
        return None


def _as_json(handover: Handover) -> str:
    return json.dumps(handover.envelope, ensure_ascii=False, indent=2)


def _as_csv(handover: Handover) -> str:
    """Return a header row and one row; cells that a spreadsheet would run are made harmless (CWE-1236)."""
    envelope = handover.envelope
    facts = {**{name: envelope[name] for name in FACTS if name != "form"}, "form": envelope["form"]["slug"]}
    row = {**{name: facts[name] for name in FACTS}, **handover.fields}
    text = io.StringIO(newline="")
    write_csv([list(row), list(row.values())], text)
    return text.getvalue()
