"""Languages that people in England speak most beside English, and what each is called in itself."""

from dataclasses import dataclass

from django.conf.locale import LANG_INFO

from core.languages import direction

#: BCP 47. Census 2021, main languages of England and Wales, the most spoken first.
SPOKEN = (
    "pl", "ro", "pa", "ur", "pt", "es", "ar", "bn", "gu", "it", "ta", "fr", "lt", "zh-hans", "zh-hant", "tr", "bg",
    "ru", "fa", "hu", "el", "so", "sq", "uk", "ku", "ps", "tl", "de", "ne", "tet",
)  # fmt: skip
#: Those that Django does not know, and those whose name readers look for in another form.
_OWN = {
    "pa": "ਪੰਜਾਬੀ", "gu": "ગુજરાતી", "zh-hans": "简体中文", "zh-hant": "繁體中文", "so": "Soomaali", "ku": "Kurdî",
    "ps": "پښتو", "tl": "Filipino", "tet": "Tetun", "sq": "Shqip",
}  # fmt: skip
_RIGHT_TO_LEFT = {"ps"}


@dataclass(frozen=True)
class Name:
    """A language: BCP 47 ``code``, its own ``name``, and the direction of its script."""

    code: str
    name: str
    dir: str


def names() -> list[Name]:
    """Return the languages in the order of their own names."""
    found = [_name(code) for code in SPOKEN]
    return sorted(found, key=lambda each: each.name.casefold())


def _name(code: str) -> Name:
    name = _OWN.get(code) or str(LANG_INFO[code]["name_local"])
    return Name(code, name[:1].upper() + name[1:], "rtl" if code in _RIGHT_TO_LEFT else direction(code))
