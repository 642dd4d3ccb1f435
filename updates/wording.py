"""In which words a newsletter reaches a reader: those of their language, else the English ones, marked as English."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.utils.html import strip_tags

from updates.models import Newsletter, Subscriber


@dataclass(frozen=True)
class Wording:
    """Subject and introduction with the language of each, which may differ: one may be written and the other not."""

    subject: str
    subject_language: str
    intro: str
    intro_language: str


@dataclass(frozen=True)
class Coverage:
    """A language that readers chose, how many they are, and the names of the languages in which they get the words."""

    code: str
    name: str
    readers: int
    subject: str
    intro: str


def wording_of(row: Newsletter, language: str) -> Wording:
    """Return the words for readers of ``language``: theirs, else English, else those that the author began with."""
    written = {words.language: (words.subject, words.intro) for words in row.words.all()}
    written[row.language] = (row.subject, row.intro)
    order = [code for code in (language, settings.LANGUAGE_CODE, row.language) if code in written]
    subject = next((code for code in order if written[code][0].strip()), row.language)
    intro = next((code for code in order if is_written(written[code][1])), row.language)
    return Wording(written[subject][0], subject, written[intro][1], intro)


def is_written(html: str) -> bool:
    """Return whether rich text says anything: an editor leaves an empty paragraph behind."""
    return bool(strip_tags(html).strip())


def readers() -> dict[str, int]:
    """Return how many confirmed people of each language follow the newsletter, most first."""
    rows = Subscriber.objects.exclude(confirmed_at=None).filter(follows__kind="newsletter")
    counted = rows.values_list("language").annotate(count=Count("pk", distinct=True)).order_by("-count", "language")
    return dict(counted)


def coverage(row: Newsletter) -> list[Coverage]:
    """Return a line for each language that readers chose or that is written, most read first."""
    counts, names = readers(), {code: str(name) for code, name in settings.LANGUAGES}
    codes = dict.fromkeys([*counts, row.language, *(words.language for words in row.words.all())])
    found = []
    for code in codes:
        words = wording_of(row, code)
        said = [names.get(each, each) for each in (code, words.subject_language, words.intro_language)]
        found.append(Coverage(code, said[0], counts.get(code, 0), *said[1:]))
    return found
