"""Names of people, basic: after a title or a cue, or a known given name beside a surname.

Streets and wards look like names ("St Clement's", "Florence Park"), so nothing is taken for a person without
a cue. A name model is an adapter for operators who have one.
"""

from pathlib import Path

from insight.privacy.recogniser import recogniser

_FILE = Path(__file__).parent.parent / "given_names.txt"
GIVEN = tuple(
    name for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#") for name in line.split()
)
_PLACE_WORD = (
    r"(?:Road|Rd|Street|Avenue|Lane|Close|Drive|Crescent|Way|Place|Court|Gardens|Terrace|Square|Grove|Hill|Park|Green"
    r"|Centre|Library|School|College|Hospital|Church|Hall|Bridge|House|Ward|Estate|Council)\b"
)
_PLACE = rf"(?!\s{_PLACE_WORD})"
_WORD = r"[A-Z][a-zà-žA-Z'’-]{1,40}"
_SURNAME = rf"(?!{_PLACE_WORD}){_WORD}"
_NAME = rf"{_WORD}(?:\s{_SURNAME}){{0,2}}\b"

ALL = (
    recogniser(
        "name", rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Cllr|Councillor|Rev)\.?\s({_NAME}){_PLACE}", group=1, flags=0
    ),
    recogniser("name", rf"\b(?:[Mm]y name is|[Mm]y name's|I am called|name:)\s({_NAME})", group=1, flags=0),
    recogniser(
        "name",
        r"\b(?:[Mm]y (?:son|daughter|husband|wife|partner|mother|mum|father|dad|sister|brother|neighbour|friend|carer)"
        rf"|(?:[Nn]amed|[Cc]alled|[Ss]poke (?:to|with)|[Aa]sked for|[Tt]hanks to|[Tt]hank you to))\s({_NAME}){_PLACE}",
        group=1,
        flags=0,
    ),
    recogniser(
        "name",
        rf"\b(?:[Rr]egards|[Ss]incerely|[Ff]aithfully|[Tt]hank(?:s| you)|[Cc]heers)[,.!]?\s{{1,6}}({_NAME})\.?\s*\Z",
        group=1,
        flags=0,
    ),
    recogniser("name", rf"\b(?<!St )(?<!St\. )(?:{'|'.join(GIVEN)})(?:\s{_SURNAME}){{1,2}}\b{_PLACE}", flags=0),
)
