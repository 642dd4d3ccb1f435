"""Judging words: is this title, alternative text or link text one that says something?

Only hard facts stand here (empty, a file name, a placeholder, a bare address). Wording lists are keyed by language:
where there is none, the wording is not judged.
"""

import re

_EXTENSIONS = (
    "pdf|docx?|odt|rtf|pptx?|odp|xlsx?|ods|csv|txt|html?|indd|pub|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|heic"
)
_FILE_NAME = re.compile(rf"^\s*(?:.*[/\\])?[^/\\]+\.(?:{_EXTENSIONS})\s*$", re.IGNORECASE)
_CAMERA = re.compile(
    r"^\s*(?:img|dsc|dscn|dscf|pict?|image|screenshot|scan|photo|untitled)[ _-]?\d+\s*$", re.IGNORECASE
)
_PRINTED = re.compile(r"^\s*microsoft\s+(?:office\s+)?(?:word|excel|powerpoint|publisher)\s*-", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"^\s*(?:untitled(?: document)?|document ?\d*|doc ?\d+|dokument ?\d*|presentation ?\d*|powerpoint presentation|"
    r"slide ?\d*|book ?\d*|worksheet ?\d*|no title|new microsoft \w+ document|word document)\s*$",
    re.IGNORECASE,
)
_PLACEHOLDER_ALT = re.compile(
    r"^\s*(?:image|picture|photo|photograph|figure|graphic|graph|chart|diagram|logo|icon|drawing|shape|object|"
    r"text ?box|group|grafik|bild|alt(?:ernative)? text|description|placeholder)s?\s*(?:\d+|of)?\s*[.:]?\s*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^\s*(?:https?://|ftp://|www\.)\S+\s*$", re.IGNORECASE)
_EMPTY_LINKS = {
    "en": frozenset(
        (
            "click here", "here", "more", "read more", "learn more", "find out more", "this link", "link", "click",
            "this page", "this", "info", "details", "more information", "more info", "click this link", "download",
            "see here", "follow this link", "go",
        )
    )
}  # fmt: skip
#: Longer text than this belongs in the document, not in an alternative text that cannot be skimmed.
LONG_ALT = 250


def is_file_name(text: str) -> bool:
    """Return whether the text is a file's name."""
    return bool(_FILE_NAME.match(text) or _CAMERA.match(text))


def is_poor_title(text: str) -> bool:
    """Return whether a title was left over by a program or is a file name (WCAG technique G88, PDF18)."""
    return bool(is_file_name(text) or _PRINTED.match(text) or _PLACEHOLDER.match(text))


def is_poor_alt(text: str) -> bool:
    """Return whether an alternative text says nothing (WCAG failure F30) or is too long to be one."""
    return bool(is_file_name(text) or _PLACEHOLDER_ALT.match(text) or _ADDRESS.match(text) or len(text) > LONG_ALT)


def is_poor_link(text: str, language: str) -> bool:
    """Return whether a link's words do not say where it leads (WCAG failure F84), as far as the language is known."""
    said = " ".join(text.lower().strip(" .:>»→").split())
    return bool(_ADDRESS.match(text)) or said in _EMPTY_LINKS.get(language.lower().split("-")[0], frozenset())
