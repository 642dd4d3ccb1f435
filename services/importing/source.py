"""Read what is to be imported: a CSV file with a page a row, or a folder with a page a file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

#: A page of text with pictures inside it is smaller; a larger cell is a mistake in the quotes (bytes).
LARGEST_CELL = 5_000_000
MOST_TITLE = 255
_markdown = MarkdownIt("commonmark", {"html": True}).enable("table")


@dataclass(frozen=True)
class Item:
    """One page. ``where`` names its row or file; ``word`` is a Word file, whose text is read later."""

    where: str
    title: str
    address: str = ""
    html: str = ""
    summary: str = ""
    owner: str = ""
    review_on: date | None = None
    word: Path | None = None


@dataclass(frozen=True)
class Broken:
    """A row or file that cannot be read, and why, in words for whoever made it."""

    where: str
    why: str


def read(source: Path) -> Iterator[Item | Broken]:
    """Yield every page of a CSV file or a folder, in order; what is broken is named, and the others go on."""
    return _folder(source) if source.is_dir() else _table(source)


def _table(file: Path) -> Iterator[Item | Broken]:
    csv.field_size_limit(LARGEST_CELL)
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
        lines = csv.reader(opened)
        names: list[str] = []
        while True:
            where = f"line {lines.line_num + 1}"
            try:
                cells = next(lines)
            except StopIteration:
                return
            except csv.Error as error:
                yield Broken(where, f"This line cannot be read: {error}.")
                if not names:
                    return  # nobody knows what the cells under it are
                continue
            if not names:
                names = cells
            elif len(cells) > len(names):
                yield Broken(where, "This row has more cells than the first row has names.")
            elif cells:
                yield _item(where, dict(zip(names, cells, strict=False)))


def _item(where: str, row: dict[str, Any]) -> Item | Broken:
    cells = {str(name).strip().lower(): str(value or "").strip() for name, value in row.items() if name}
    html = cells.get("html") or _markdown.render(cells.get("markdown", ""))
    why = _fault(cells, html)
    if why:
        return Broken(where, why)
    day = cells.get("review_on", "")
    return Item(
        where=where,
        title=cells["title"],
        address=cells.get("address", ""),
        html=html,
        summary=cells.get("summary", "")[:MOST_TITLE],
        owner=cells.get("owner", ""),
        review_on=date.fromisoformat(day) if day else None,
    )


def _fault(cells: dict[str, str], html: str) -> str:
    """Return what makes a row unusable; empty where nothing does."""
    title = cells.get("title", "")
    if not title:
        return "There is no title."
    if len(title) > MOST_TITLE:
        return f"The title is longer than {MOST_TITLE} letters."
    if "\ufffd" in title + html:
        return "Some letters are not UTF-8. Save the file as “CSV UTF-8”."
    if not html.strip():
        return "There is no text: fill in html or markdown."
    try:
        date.fromisoformat(cells.get("review_on") or "2000-01-01")
    except ValueError:
        return f"The review date “{cells['review_on']}” is no day. Write it as 2027-03-31."
    return ""


def _folder(folder: Path) -> Iterator[Item | Broken]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        where = str(file.relative_to(folder))
        kind = file.suffix.lower()
        if kind == ".docx":
            yield Item(where, file.stem.replace("-", " ").replace("_", " "), f"/{where}", word=file)
        elif kind in (".md", ".html", ".htm"):
            yield _page_file(file, where, kind)
        else:
            yield Broken(where, "This is no Markdown, HTML or Word file.")


def _page_file(file: Path, where: str, kind: str) -> Item | Broken:
    try:
        text = file.read_text(encoding="utf-8-sig")
        facts, text = _facts(text) if kind == ".md" else _head(text)
    except (UnicodeDecodeError, yaml.YAMLError, TypeError) as error:
        return Broken(where, f"This file cannot be read: {error}.")
    facts.setdefault("address", f"/{where}")
    return _item(where, {**facts, ("markdown" if kind == ".md" else "html"): text})


def _facts(text: str) -> tuple[dict[str, Any], str]:
    """Return what stands between two lines of ``---`` at the top of a Markdown file, and the text under it."""
    if not text.startswith("---\n"):
        first = next((line for line in text.splitlines() if line.startswith("# ")), "")
        return {"title": first.removeprefix("# ")}, text
    top, _line, rest = text.removeprefix("---\n").partition("\n---\n")
    facts = yaml.safe_load(top)
    if not isinstance(facts, dict):
        raise TypeError("what stands between the lines of --- is no list of names and values")
    return {str(name): value for name, value in facts.items()}, rest


def _head(text: str) -> tuple[dict[str, Any], str]:
    """Return title and description of an HTML file, and its main part."""
    soup = BeautifulSoup(text, "lxml")
    named = soup.find("h1") or soup.find("title")
    words = named.get_text(" ", strip=True) if named else ""
    described = soup.find("meta", attrs={"name": "description"})
    facts = {"title": words, "summary": str(described.get("content", "")) if described else ""}
    return facts, str(soup.find("main") or soup.body or "")
