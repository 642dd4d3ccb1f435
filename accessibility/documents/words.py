"""Judging words: is this title, alternative text or link text one that says something?

Hard facts (empty, a file's name, a program's placeholder, a bare address) need no language. Wording lists are keyed by
the language of the document, see :mod:`accessibility.documents.wordlists`: where there is none, wording is not judged.
"""

import re
from functools import cache

from accessibility.documents import wordlists

_EXTENSIONS = (
    "pdf|docx?|docm|dotx?|odt|ott|rtf|pptx?|odp|xlsx?|ods|csv|txt|html?|indd|pub|png|jpe?g|jfif|gif|bmp|tiff?|emf|wmf|"
    "svg|webp|heic|avif|ai|eps|psd|wpd|wps|pages|numbers|key|fm|vp|qxd|pmd|sxw|sxc|sxi|xps|ps|tex|md|vsdx?|cdr|dwg|"
    "mp[34]|avi|mov|wmv|wav|zip|xml|json|msg|eml"
)
#: A path says where a file lies, whatever its name ends with.
_PATH = re.compile(r"^\s*(?:[a-z]:[/\\]|\\\\|~?/(?:[^/\s]+/)+)\S", re.IGNORECASE)
#: What is left of a file's name without its ending: ``logo-new_2``, ``bin3``, ``scan[1]``. Too short a word to judge a
#: title by, but no alternative text is written like this.
_STEM = re.compile(
    r"^\s*(?:\S*_\S*|[^\W\d_]{3,}\d+|[^\W_]+(?:-[^\W_]+){2,}|(?=\S*\d)[^\W_]+-[^\W_]+|\S+\[\d+\]|"
    r"(?:logo|icon|img|image|pic|photo|bild|foto)-\S+)\s*$",
)
#: A field that nobody filled in.
_FIELD = re.compile(r"^\s*(?:\[[^\[\]]+\]|<[^<>]+>|\{+[^{}]+\}+|«[^«»]+»)\s*$")
_FILE_NAME = re.compile(rf"^\s*(?:.*[/\\])?[^/\\]+\.(?:{_EXTENSIONS})\s*$", re.IGNORECASE)
_CAMERA = re.compile(
    r"^\s*(?:img|dsc|dscn|dscf|pxl|gopr|mvi|wp|pict?|image|picture|screen ?shot|scan|photo|untitled|capture|clip_image)"
    r"[ _-]?\d+(?:[ _.-]\w{1,6})*\s*$",
    re.IGNORECASE,
)
_HASH = re.compile(r"^\s*(?:[0-9a-f]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,})\s*$", re.IGNORECASE)
_SNAKE = re.compile(r"^[^\s]+(?:_[^\s_]+){2,}$|^[^\s]*_(?:final|draft|v?\d+(?:\.\d+)*)$", re.IGNORECASE)
_PRINTED = re.compile(
    r"^\s*(?:microsoft\s+)?(?:office\s+)?(?:word|excel|powerpoint|publisher)\s*[-–]|"
    r"^\s*(?:print|fax) (?:preview|cover)",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^\s*(?:untitled(?: \d+)?|(?:untitled )?(?:document|doc|dokument|documento|presentation|présentation|präsentation|"
    r"prezentacja|presentación|book|workbook|spreadsheet|worksheet|mappe|classeur|libro|slide|folie|diapositive|"
    r"diapositiva|slajd)\s?\d*|powerpoint "
    r"presentation|no slide title|slide title|new microsoft [\w ]+ document|word document|blank page)\s*$",
    re.IGNORECASE,
)
#: What Office writes by itself when it guesses at a picture.
_GUESSED = re.compile(
    r"description automatically generated|automatically generated description|ai-generated content may be incorrect|"
    r"descripción generada automáticamente|automatisch generierte beschreibung|description générée automatiquement",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^\s*[<(\[]?(?:(?:https?|ftp|file)://|mailto:|tel:|www\.)\S+\s*$|"
    r"^\s*[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov|eu|info|io|wales|scot|london)(?:/\S*)?\s*$",
    re.IGNORECASE,
)
_NO_LETTER = re.compile(r"^[\W\d_]*$")
#: Longer text than this belongs in the document, not in an alternative text that cannot be skimmed.
LONG_ALT = 250


def is_file_name(text: str) -> bool:
    """Return whether the text is a file's name, or what a camera or a program calls a file."""
    said = text.strip()
    return any(pattern.match(said) for pattern in (_FILE_NAME, _CAMERA, _HASH, _SNAKE, _PATH))


def is_address(text: str) -> bool:
    """Return whether the text is a bare web address."""
    return bool(_ADDRESS.match(text))


def is_poor_title(text: str) -> bool:
    """Return whether a title was left over by a program or is a file name (WCAG technique G88, PDF18, failure F25)."""
    left = any(pattern.match(text) for pattern in (_PRINTED, _PLACEHOLDER, _FIELD))
    return left or is_file_name(text) or is_address(text)


def is_vague_title(text: str, language: str) -> bool:
    """Return whether a title would fit any document, such as "Report". A judgement: it warns."""
    return bool(_NO_LETTER.match(text)) or bool(_whole(wordlists.TITLES, language).match(_plain(text)))


def is_section_name(text: str, language: str) -> bool:
    """Return whether a heading names a part that any document has, such as "Introduction"."""
    return bool(_whole(wordlists.SECTIONS, language).match(_plain(text)))


def is_poor_alt(text: str, language: str = "en") -> bool:
    """Return whether an alternative text says nothing (WCAG failure F30) or is too long to be one."""
    if is_file_name(text) or is_address(text) or _GUESSED.search(text) or len(text) > LONG_ALT:
        return True
    if any(pattern.match(text) for pattern in (_NO_LETTER, _STEM, _FIELD)):
        return True
    said = re.sub(wordlists.AROUND_PICTURES.get(_base(language), r"(?!)"), "", _plain(text))
    return bool(_whole(wordlists.PICTURES, language, r"s?\s*(?:\d+|of)?").match(said))


def opens_poorly(text: str, language: str) -> bool:
    """Return whether an alternative text begins with "image of", which a screen reader says by itself."""
    opening = wordlists.OPENINGS.get(_base(language))
    return bool(opening and re.match(opening, text.strip(), re.IGNORECASE))


def is_poor_link(text: str, language: str) -> bool:
    """Return whether a link's words do not say where it leads (WCAG failure F84), as far as the language is known."""
    said = re.sub(wordlists.ARTICLES.get(_base(language), r"(?!)"), "", _plain(text))
    return is_address(text) or said in wordlists.EMPTY_LINKS.get(_base(language), frozenset())


def is_caption(text: str, language: str) -> bool:
    """Return whether a line reads like a caption: "Figure 3: bins by ward"."""
    labels = wordlists.CAPTIONS.get(_base(language))
    if not labels:
        return False
    return bool(
        re.match(rf"(?:{'|'.join(labels)})\s*\d+(?:[.\-–]\d+)*\s*(?:[:.\-–—]|\s|$)", text.strip(), re.IGNORECASE)
    )


def _base(language: str) -> str:
    """Return the primary subtag of a language tag."""
    return re.split(r"[-_]", language.lower())[0]


def _plain(text: str) -> str:
    """Return the words in lower case without what stands round them."""
    return " ".join(text.lower().strip(" \t\n.,:;!>»→…()[]\"'“”").split())


def _whole(table: dict[str, tuple[str, ...]], language: str, ending: str = "") -> re.Pattern[str]:
    """Return a pattern for a whole text out of a table's list; without a list it matches nothing."""
    return _pattern(table.get(_base(language), ()), ending)


@cache
def _pattern(choices: tuple[str, ...], ending: str) -> re.Pattern[str]:
    """Return a pattern for a whole text that is one of the choices."""
    return re.compile(rf"(?:{'|'.join(choices)}){ending}$" if choices else r"(?!)", re.IGNORECASE)
