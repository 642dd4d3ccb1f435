"""What comes along to a web page, and what it has no place for, in words for the author."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def sentence_for(code: str, count: int) -> str:
    """Return what stays behind or changes, and what to do about it."""
    return _sentences(count)[code] % {"count": count}


def arrivals(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield what comes along, by type of block."""
    number = counts.get("heading", 0)
    if number:
        yield ngettext("%(count)d heading", "%(count)d headings", number) % {"count": number}
    number = counts.get("paragraph", 0)
    if number:
        yield ngettext(
            "%(count)d passage of text with its lists and links",
            "%(count)d passages of text with their lists and links",
            number,
        ) % {"count": number}
    number = counts.get("table", 0)
    if number:
        yield ngettext("%(count)d table", "%(count)d tables", number) % {"count": number}
    number = counts.get("image", 0)
    if number:
        yield ngettext(
            "%(count)d picture with its alternative text", "%(count)d pictures with their alternative text", number
        ) % {"count": number}


def _sentences(count: int) -> dict[str, str]:
    """Return code -> sentence for a count."""
    return {
        "note": ngettext(
            "%(count)d footnote stays behind. Put what matters into the text.",
            "%(count)d footnotes stay behind. Put what matters into the text.",
            count,
        ),
        "comment": ngettext("%(count)d comment stays behind.", "%(count)d comments stay behind.", count),
        "field": ngettext(
            "%(count)d field to fill in stays behind. Make an online form of it.",
            "%(count)d fields to fill in stay behind. Make an online form of them.",
            count,
        ),
        "changes": ngettext(
            "%(count)d deleted passage stays behind. Accept or reject the changes in Word first if you are not sure.",
            "%(count)d deleted passages stay behind. Accept or reject the changes in Word first if you are not sure.",
            count,
        ),
        "equation": ngettext(
            "%(count)d equation stays behind. Write it in words.",
            "%(count)d equations stay behind. Write them in words.",
            count,
        ),
        "drawing": ngettext(
            "%(count)d chart, diagram or drawing stays behind. Write what it says, or add it as a picture.",
            "%(count)d charts, diagrams or drawings stay behind. Write what they say, or add them as pictures.",
            count,
        ),
        "text_box": ngettext(
            "The words of %(count)d text box stay behind. Copy them into the text.",
            "The words of %(count)d text boxes stay behind. Copy them into the text.",
            count,
        ),
        "header": ngettext(
            "%(count)d page header or footer stays behind. A web page has its own.",
            "%(count)d page headers or footers stay behind. A web page has its own.",
            count,
        ),
        "contents": _("The table of contents stays behind, because its page numbers mean nothing on a web page."),
        "link": ngettext(
            "%(count)d link leads to a place in the file. Its words stay, the link does not.",
            "%(count)d links lead to places in the file. Their words stay, the links do not.",
            count,
        ),
        "deep_heading": ngettext(
            "%(count)d heading stood deeper than a web page goes. It moves up.",
            "%(count)d headings stood deeper than a web page goes. They move up.",
            count,
        ),
        **_tables_and_pictures(count),
    }


def _tables_and_pictures(count: int) -> dict[str, str]:
    """Return the sentences about tables and pictures."""
    return {
        "layout": ngettext(
            "%(count)d table only places its words. They become text.",
            "%(count)d tables only place their words. They become text.",
            count,
        ),
        "table_heads": ngettext(
            "%(count)d table does not say where its headings are. We took the first row, so look at it.",
            "%(count)d tables do not say where their headings are. We took the first row, so look at them.",
            count,
        ),
        "caption": ngettext(
            "%(count)d table has no caption. Write one before you publish the page.",
            "%(count)d tables have no caption. Write one for each before you publish the page.",
            count,
        ),
        "merged": ngettext(
            "%(count)d table has merged cells. Their words now stand in each of the cells.",
            "%(count)d tables have merged cells. Their words now stand in each of the cells.",
            count,
        ),
        "nested_table": ngettext(
            "%(count)d table stands inside another. Its words stay in one cell, so make two tables of it.",
            "%(count)d tables stand inside others. Their words stay in one cell each, so make tables of their own.",
            count,
        ),
        "large_table": ngettext(
            "%(count)d table is too large for a web page and stays behind. Publish its data as CSV.",
            "%(count)d tables are too large for a web page and stay behind. Publish their data as CSV.",
            count,
        ),
        "picture_in_table": ngettext(
            "%(count)d picture in a table stays behind.", "%(count)d pictures in tables stay behind.", count
        ),
        "picture_format": ngettext(
            "%(count)d picture is of a type that browsers do not show. Save it as PNG and add it.",
            "%(count)d pictures are of a type that browsers do not show. Save them as PNG and add them.",
            count,
        ),
        "picture_too_many": ngettext(
            "%(count)d picture stays behind, because there are too many for one page.",
            "%(count)d pictures stay behind, because there are too many for one page.",
            count,
        ),
        "picture_not_allowed": ngettext(
            "%(count)d picture stays behind, because you may not add pictures.",
            "%(count)d pictures stay behind, because you may not add pictures.",
            count,
        ),
    }
