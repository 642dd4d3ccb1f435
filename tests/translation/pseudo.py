"""Languages that nobody speaks, made from the code itself: what stays plain English in them can be translated nowhere.

``en-xa`` is longer and accented, in brackets; ``ar-xb`` runs from right to left. The names are CLDR's.
"""

import re
from pathlib import Path

import polib
from babel.messages.catalog import Message

from tools import messages

CODES = {"en-xa": "en_XA", "ar-xb": "ar_XB"}
#: Parts of a sentence that stay: placeholders of every kind, tags, entities.
KEPT = re.compile(r"(%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;)")
ACCENTS = str.maketrans("aceinosuyACEINOSUY", "áçéíñóšúýÁÇÉÍÑÓŠÚÝ")
#: Translations of short words are up to twice as long, those of sentences a third longer.
LONGER = 0.35


def pseudo(sentence: str) -> str:
    """Return a sentence accented, longer and in brackets; placeholders and tags stay."""
    parts = KEPT.split(sentence)
    said = "".join(part if number % 2 else part.translate(ACCENTS) for number, part in enumerate(parts))
    padding = " ".join(["ôñé"] * max(1, round(len(sentence) * LONGER / 4)))
    return f"⟦{said} {padding}⟧"


def write(folder: Path) -> None:
    """Write the catalogues of both languages under ``folder``, of all sentences that the code holds."""
    for code, name in CODES.items():
        catalogue = polib.POFile()
        plural = "nplurals=2; plural=(n != 1);"
        catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Plural-Forms": plural}
        for message in messages.collect():
            if message.id:
                catalogue.append(_entry(message))
        path = folder / name / "LC_MESSAGES"
        path.mkdir(parents=True)
        catalogue.save_as_mofile(str(path / "django.mo"))
        assert code.replace("-", "_") == name.lower()


def _entry(message: Message) -> polib.POEntry:
    if isinstance(message.id, (list, tuple)):
        one, many = message.id
        forms = {0: pseudo(one), 1: pseudo(many)}
        return polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural=forms, msgctxt=message.context)
    return polib.POEntry(msgid=message.id, msgstr=pseudo(message.id), msgctxt=message.context)
