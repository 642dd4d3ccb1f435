"""Meaning: short texts from public documents, judged beforehand, each put into a Word file in its role and checked.

For each rule precision and recall are shown beside a rule that only counts characters. Only patterns that block must
reach 0.95 precision; the others warn or ask.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from tools.bench_documents.checker import check_all
from tools.bench_documents.figures import Figure, rate
from tools.bench_documents.made.docx import W, clean, paragraph, picture
from tools.bench_documents.mutants.docx.common import append, hyperlink, picture_part, run, set_style_heading, tag
from tools.bench_documents.mutants.ooxml import set_title
from tools.bench_documents.package import Package
from tools.bench_documents.setting import Setting
from tools.steps import ROOT

EXAMPLES = ROOT / "tests" / "data" / "meaning" / "examples.jsonl"
BODY = "The council writes to every household in the district about this in the spring of each year."


@dataclass(frozen=True)
class Example:
    """A text in a role, its language and label, and the file that it stands in."""

    role: str
    text: str
    language: str
    label: str
    source: str


@dataclass(frozen=True)
class Judgement:
    """A rule of the checker: the role it judges, the labels it is about, and what a rule of length alone would flag.

    ``shorter`` and ``longer`` are characters: the simple rule flags texts outside of them. ``blocks``: it needs 0.95
    precision; ``also`` are labels that are neither right nor wrong for this rule.
    """

    rule: str
    role: str
    labels: tuple[str, ...]
    shorter: int
    longer: int
    blocks: bool = False
    also: tuple[str, ...] = ()


JUDGEMENTS = (
    Judgement("WM-OFFICE-ALT", "alt", ("absent",), 1, 1000, blocks=True),
    Judgement("WM-OFFICE-ALT-POOR", "alt", ("poor",), 10, 250, also=("absent",)),
    Judgement("WM-OFFICE-TITLE", "title", ("absent",), 1, 1000, blocks=True),
    Judgement("WM-OFFICE-TITLE-POOR", "title", ("poor",), 10, 120, blocks=True, also=("absent", "vague")),
    Judgement("WM-OFFICE-TITLE-VAGUE", "title", ("vague",), 10, 120, also=("absent", "poor")),
    Judgement("WM-DOCX-LINK-EMPTY", "link", ("absent",), 1, 1000, blocks=True),
    Judgement("WM-OFFICE-LINK-TEXT", "link", ("poor",), 5, 60, also=("absent",)),
    Judgement("WM-DOCX-HEADING-EMPTY", "heading", ("absent",), 1, 1000),
    Judgement("WM-DOCX-FAKE-HEADING", "heading", ("heading",), 0, 0, also=("absent",)),
)


def read(path: Path = EXAMPLES) -> list[Example]:
    """Return the examples."""
    return [Example(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def measure(setting: Setting) -> list[Figure]:
    """Return precision and recall of each rule."""
    examples = read()
    answers = check_all([_file(example) for example in examples], procs=setting.procs)
    said = [answer.values("rule") for answer in answers]
    figures = [figure for judgement in JUDGEMENTS for figure in _judge(judgement, examples, said)]
    errors = sum(bool(answer.error) for answer in answers)
    return [
        Figure("Meaning: examples", 300, value=len(examples)),
        Figure("Meaning: examples that could not be checked", 0, errors, len(examples), at_most=True),
        *figures,
    ]


def _judge(judgement: Judgement, examples: list[Example], said: list[set[str]]) -> list[Figure]:
    """Return precision and recall of one rule and, beside them, of length alone."""
    rows = [
        (example, judgement.rule in rules, example.label in judgement.labels)
        for example, rules in zip(examples, said, strict=True)
        if example.role == judgement.role and example.label not in judgement.also
    ]
    short = [(_by_length(judgement, example.text), right) for example, _, right in rows]
    ours = [(flagged, right) for _, flagged, right in rows]
    missed = [example.text for example, flagged, right in rows if right and not flagged][:6]
    false = [example.text for example, flagged, right in rows if flagged and not right][:6]
    (precise, flagged), (found, wanted) = _precision(ours), _recall(ours)
    return [
        Figure(f"{judgement.rule} precision", 0.95 if judgement.blocks else None, precise, flagged,
               beside={"length alone": rate(*_precision(short))}, note=_quoted("flagged wrongly", false)),
        Figure(f"{judgement.rule} recall", None, found, wanted,
               beside={"length alone": rate(*_recall(short))}, note=_quoted("missed", missed)),
    ]  # fmt: skip


def _precision(rows: list[tuple[bool, bool]]) -> tuple[int, int]:
    """Return how many of the flagged are right; nothing flagged counts as none of none."""
    return sum(flagged and right for flagged, right in rows), sum(flagged for flagged, _ in rows)


def _recall(rows: list[tuple[bool, bool]]) -> tuple[int, int]:
    """Return how many of the right ones are flagged."""
    return sum(flagged and right for flagged, right in rows), sum(right for _, right in rows)


def _by_length(judgement: Judgement, text: str) -> bool:
    """Return what a rule of length alone says; for headings: a line of up to sixty characters is one."""
    if judgement.role == "heading" and judgement.longer == 0:
        return 0 < len(text) <= 60
    return len(text) < judgement.shorter or len(text) > judgement.longer


def _quoted(what: str, texts: list[str]) -> str:
    """Return examples for the note."""
    return f"{what}: {'; '.join(texts)}" if texts else ""


def _file(example: Example) -> bytes:
    """Return a Word file with the text in its role, in the language of the text."""
    package = Package(clean()[0])
    for name in ("word/styles.xml", "word/settings.xml"):
        for mark in package.xml(name).iter(tag("lang"), tag("themeFontLang")):
            mark.set(f"{{{W}}}val", example.language)
    if example.role == "title":
        set_title(package, example.text)
    elif example.role == "link":
        hyperlink(package, escape(example.text))
    elif example.role == "alt":
        append(package, picture(escape(example.text, {'"': "&quot;"}), picture_part(package)))
    else:
        _line(package, escape(example.text))
    return package.pack()


def _line(package: Package, words: str) -> None:
    """Put a bold line over a text, or an empty heading where there are no words."""
    if words:
        append(package, f"<w:p>{run(words, '<w:b/>')}</w:p>{paragraph(BODY)}")
    else:
        style = set_style_heading(package)
        append(package, f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>')
