"""Mutated files: each mutator's fault is put into files that do not have it yet, and must be reported.

Hosts are the public files of the format and the made clean ones in turn; a file that already breaks the rule is no
host for it. The made ones are raw XML as Word, PowerPoint, Excel and LibreOffice write it: few public files are clean.
"""

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from tools.bench_documents.checker import Answer, check_all
from tools.bench_documents.figures import Figure, rate
from tools.bench_documents.labels import Labelled
from tools.bench_documents.made import docx, odt, pptx, xlsx
from tools.bench_documents.mutants import every
from tools.bench_documents.mutants.base import Mutator
from tools.bench_documents.package import Package
from tools.bench_documents.pdf_file import PdfFile
from tools.bench_documents.setting import Setting

#: What opens a file for its mutators.
HOSTS_OF: dict[str, Callable[[bytes], Any]] = dict.fromkeys(("docx", "pptx", "xlsx", "odt"), Package) | {"pdf": PdfFile}
MADE = {"docx": docx.clean, "pptx": pptx.clean, "xlsx": xlsx.clean, "odt": odt.clean}
#: Parts that a host must have under their usual names, for mutators name them.
USUAL = {
    "docx": ("word/document.xml", "word/styles.xml"),
    "pptx": ("ppt/presentation.xml",),
    "xlsx": ("xl/workbook.xml", "xl/worksheets/sheet1.xml"),
    "odt": ("content.xml", "styles.xml"),
}
#: PDF files that conform, which are the only hosts: no test files of unknown quality are needed there.
CONFORMING = ("vera-ua1", "w3c")
#: Hosts for one mutator, and the share of mutants of one rule that must be found.
HOSTS, ENOUGH = 12, 0.95


@dataclass(frozen=True)
class Host:
    """A file that faults are put into, and the rules that it breaks already."""

    data: bytes
    broken: frozenset[str]
    made: bool
    failed: bool


def measure(kind: str, setting: Setting) -> list[Figure]:
    """Return how many faults and how many rules are found, and how many clean originals fail."""
    hosts = _hosts(kind, setting)
    found: dict[tuple[str, ...], list[bool]] = {}
    lines = []
    for mutator in every()[kind]:
        answers = check_all(_mutants(kind, mutator, hosts), procs=setting.procs)
        hits = [bool(answer.values("rule") & set(mutator.rules)) for answer in answers]
        found.setdefault(mutator.rules[:1], []).extend(hits)
        if not hits or not all(hits):
            lines.append(f"{mutator.name} ({'/'.join(mutator.rules)}) {rate(sum(hits), len(hits))}{_errors(answers)}")
    every_hit = list(chain.from_iterable(found.values()))
    enough = sum(bool(hits) and sum(hits) >= ENOUGH * len(hits) for hits in found.values())
    name = kind.upper()
    return [
        Figure(f"{name}: injected faults found", ENOUGH, sum(every_hit), len(every_hit), note="; ".join(lines)),
        Figure(f"{name}: rules with at least {ENOUGH} found", 1, enough, len(found)),
        *_clean(name, hosts, setting),
    ]


def _clean(name: str, hosts: Sequence[Host], setting: Setting) -> list[Figure]:
    """Return the share of clean originals that fail: public examples and made files."""
    public = [file.path for file in setting.files if file.label == "pass" and file.suffix == name.lower()]
    flagged = sum(answer.failed or bool(answer.error) for answer in check_all(public, procs=setting.procs))
    made = [host for host in hosts if host.made]
    total = len(public) + len(made)
    note = f"{len(public)} public, {len(made)} made from raw XML"
    return [
        Figure(
            f"{name}: clean originals that fail", 1 / 11, flagged + sum(host.failed for host in made), total,
            at_most=True, note=note,
        )
    ]  # fmt: skip


def _hosts(kind: str, setting: Setting) -> list[Host]:
    """Return every file of a format that can be checked, public and made in turn."""
    public = [file.path.read_bytes() for file in setting.files if _may_host(file, kind)]
    files = [*public, *(MADE[kind]() if kind in MADE else ())]
    rows = [
        Host(data, frozenset(answer.values("rule")), made=number >= len(public), failed=answer.failed)
        for number, (data, answer) in enumerate(zip(files, check_all(files, procs=setting.procs), strict=True))
        if not answer.error
    ]
    real = [host for host in rows if not host.made]
    return [host for host in chain.from_iterable(zip_longest(real, [host for host in rows if host.made])) if host]


def _may_host(file: Labelled, kind: str) -> bool:
    """Return whether the file is of the format and has the parts that mutators edit; some test files are broken."""
    if file.suffix != kind:
        return False
    if kind == "pdf":
        return file.label == "pass" and file.series in CONFORMING
    try:
        with zipfile.ZipFile(file.path) as archive:
            return set(USUAL[kind]) <= set(archive.namelist())
    except zipfile.BadZipFile:
        return False


def _mutants(kind: str, mutator: Mutator, hosts: Sequence[Host]) -> list[bytes]:
    """Return up to :data:`HOSTS` files with the fault in them."""
    found: list[bytes] = []
    for host in hosts:
        if len(found) < HOSTS and not host.broken & set(mutator.rules):
            package = HOSTS_OF[kind](host.data)
            if mutator.mutate(package):
                found.append(package.pack())
    return found


def _errors(answers: Sequence[Answer]) -> str:
    """Return the errors among the answers in brackets."""
    errors = sorted({answer.error for answer in answers if answer.error})
    return f" [{', '.join(errors)}]" if errors else ""
