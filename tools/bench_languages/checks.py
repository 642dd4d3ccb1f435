"""Recall on seeded faults, and alarms on what translators really wrote."""

import copy
import random
from collections import Counter
from collections.abc import Iterator

import polib

from tools.bench_languages import corrupt, facts
from tools.bench_languages.catalogues import LANGUAGES, catalogues, translated
from translation.checks.catalogue import check_entry

#: So many faults of a kind in a language are enough; of rarer ones, all that the catalogues have.
ENOUGH = 300
FOUND, CLEAN = 0.99, 0.01


def measure(code: str) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how often each kind was seeded, how often found, and what was missed or raised an alarm for nothing."""
    chance = random.Random(code)  # noqa: S311 - seeded, so that a run can be repeated
    seeded: Counter[str] = Counter()
    found: Counter[str] = Counter()
    notes: list[str] = []
    for catalogue in catalogues(code):
        header = str(catalogue.metadata.get("Plural-Forms", ""))
        for entry in translated(catalogue):
            for kind, version in _versions(entry, code, chance, seeded):
                seeded[kind] += 1
                findings = [finding.message for finding in check_entry(version, code, header)]
                found[kind] += bool(findings)
                if bool(findings) == kind.startswith("clean"):
                    shown = version.msgstr or dict(version.msgstr_plural)
                    notes.append(f"{code} {kind}: {version.msgid!r} -> {shown!r} {findings}")
    return seeded, found, notes


def _versions(
    entry: polib.POEntry, code: str, chance: random.Random, seeded: Counter[str]
) -> Iterator[tuple[str, polib.POEntry]]:
    """Yield the entry as it is, and with one fault of each kind that fits and is still needed."""
    yield "clean", entry
    language = code.split("-", maxsplit=1)[0]
    if entry.msgid_plural:
        if len(entry.msgstr_plural) > 1 and seeded["plural"] < ENOUGH:
            yield "plural", _without_form(entry, chance)
    elif seeded["words"] < ENOUGH and _is_text(entry):
        yield "words", _with(entry, corrupt.words(entry.msgid, entry.msgstr, chance, language))
    for kind, function in corrupt.KINDS.items():
        if seeded[kind] < ENOUGH:
            yield from _corrupted(entry, kind, function, chance)
    if not entry.msgid_plural and seeded["clean facts"] < ENOUGH:
        yield from _facts(entry, language, chance)


def _corrupted(
    entry: polib.POEntry, kind: str, function: corrupt.Corrupt, chance: random.Random
) -> Iterator[tuple[str, polib.POEntry]]:
    if entry.msgid_plural:
        form = max(entry.msgstr_plural)
        text = function(entry.msgid + entry.msgid_plural, entry.msgstr_plural[form], chance)
        if text is not None and text != entry.msgstr_plural[form]:
            other = copy.copy(entry)
            other.msgstr_plural = {**entry.msgstr_plural, form: text}
            yield kind, other
        return
    text = function(entry.msgid, entry.msgstr, chance)
    if text is not None and text != entry.msgstr:
        yield kind, _with(entry, text)


def _facts(entry: polib.POEntry, language: str, chance: random.Random) -> Iterator[tuple[str, polib.POEntry]]:
    """Yield the entry with a sentence of facts added on both sides: true, in own digits, and with one fact changed."""
    true = facts.some(chance)
    english = f"{entry.msgid} {facts.sentence(true, 'en')}"
    versions = {"clean facts": true, **{f"fact: {kind}": other for kind, other in facts.changed(true, chance).items()}}
    for native in (False, True) if language in facts.NATIVE else (False,):
        for kind, told in versions.items():
            other = _with(entry, f"{entry.msgstr} {facts.sentence(told, language, native=native)}")
            other.msgid = english
            yield kind, other


def _with(entry: polib.POEntry, text: str | None) -> polib.POEntry:
    other = copy.copy(entry)
    other.msgstr = text or ""
    return other


def _without_form(entry: polib.POEntry, chance: random.Random) -> polib.POEntry:
    other = copy.copy(entry)
    lost = chance.choice(sorted(entry.msgstr_plural))
    other.msgstr_plural = {form: "" if form == lost else text for form, text in entry.msgstr_plural.items()}
    return other


def _is_text(entry: polib.POEntry) -> bool:
    """Return whether an entry says something: single letters and names that stay cannot be left in English."""
    return entry.msgid != entry.msgstr and sum(letter.isalpha() for letter in entry.msgid) > 2


def report() -> bool:
    """Print one line a language and return whether every promise is kept."""
    kept = True
    totals: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for code in LANGUAGES:
        seeded, found, notes = measure(code)
        totals[0].update(seeded)
        totals[1].update(found)
        wrong = {kind for kind in seeded if not _holds(kind, found[kind] / seeded[kind])}
        kept = kept and not wrong
        print(f"{code:8}" + "  ".join(_figure(kind, seeded[kind], found[kind]) for kind in sorted(seeded)))
        print("".join(f"    {note[:300]}\n" for note in notes if note.split(": ")[0].split(" ", 1)[1] in wrong), end="")
    recall = [kind for kind in totals[0] if not kind.startswith("clean")]
    share = sum(totals[1][kind] for kind in recall) / sum(totals[0][kind] for kind in recall)
    alarms = sum(totals[1][kind] for kind in totals[0] if kind.startswith("clean"))
    clean = alarms / sum(totals[0][kind] for kind in totals[0] if kind.startswith("clean"))
    print(f"Faults found: {share:.2%} of {sum(totals[0][kind] for kind in recall)}. Alarms on clean text: {clean:.2%}.")
    return kept and share >= FOUND and clean <= CLEAN


def _holds(kind: str, share: float) -> bool:
    return share <= CLEAN if kind.startswith("clean") else share >= FOUND


def _figure(kind: str, seeded: int, found: int) -> str:
    return f"{kind} {found}/{seeded}"
