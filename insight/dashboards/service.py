"""The board of one service: how people rate it, where they get stuck, what it promised, and what waits."""

from collections.abc import Iterator, Sequence
from itertools import islice

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from insight.dashboards import channels, forms, pages, promise, read
from insight.dashboards.board import CELL, Line, Section, asked, per_cent, scored, share, told
from insight.dashboards.guide import FormGuide
from insight.models import Action, Alarm, Item
from insight.questions import PAGE_USEFUL, SATISFACTION
from insight.stats import csat_top2, useful_share
from insight.succession import succession

WORST = 10


def sections(area: Page) -> Iterator[Section]:
    """Yield the parts of the board."""
    slug = area.slug[:80]
    running = forms.forms_of(slug)
    yield channels.satisfaction(service=slug, subjects=[form.subject for form in running])
    yield forms.listed(running)
    yield _worst(area)
    yield promise.section(slug)
    yield _contacts(slug)
    yield _waiting(area, running)


def listed(areas: Sequence[Page]) -> Section:
    """Return one line a service: how useful its pages are, how content people were, and what waits. Three queries."""
    useful = {key: row for (key,), row in read.sums(read.USEFUL, "service").items()}
    content = {key: row for (key,), row in read.sums(read.SATISFACTION, "service").items()}
    none = (0,) * 6
    lines = []
    for area in areas:
        score = useful_share(useful.get(area.slug[:80], none)[1:])
        satisfied = csat_top2(content.get(area.slug[:80], none)[1:])
        lines.append(scored(area.title, score, [told(satisfied), f"{satisfied.n:,}"], link=address(area)))
    known = sorted((line for line in lines if line.bar is not None), key=lambda line: line.bar or 0)
    sentence = _("Choose a service to see how it does.")
    if len(known) > 1:
        words = _("People find the pages of “%(worst)s” least useful. Choose a service to see how it does.")
        sentence = words % {"worst": known[0].label}
    heads = [_("Service"), _("Pages useful"), _("Answers"), _("Satisfied"), _("Answers after a form, call or visit")]
    notes = (asked(PAGE_USEFUL, *SATISFACTION),)
    return Section(_("Services"), sentence, heads, lines, _("Pages useful, of 100"), notes)


def _worst(area: Page) -> Section:
    """The pages that people find least useful, worst first."""
    below = list(area.get_descendants(inclusive=True).live())
    section = pages.rated(below)
    lines = sorted((line for line in section.lines if line.bar is not None), key=lambda line: line.bar or 0)
    return Section(
        _("Pages"), section.sentence, section.heads, list(islice(lines, WORST)), section.measure,
        (_("The ten pages that people find least useful, from 30 answers on."), *section.notes),
    )  # fmt: skip


def _contacts(service: str) -> Section:
    found = read.sums(read.VOLUME, "channel", service=service)
    lines = [
        Line(
            channels.name(channel),
            [f"{n:,}", per_cent(share(avoidable, n)), per_cent(share(first, n)), per_cent(share(repeat, n))],
            share(avoidable, n),
        )
        for (channel,), (n, _answered, avoidable, first, repeat, *_rest) in sorted(
            found.items(), key=lambda row: -row[1][0]
        )
    ]
    n, _answered, avoidable, *_rest = read.total(found)
    sentence = _("%(part)s of %(n)s contacts could have been avoided.") % {"part": f"{avoidable:,}", "n": f"{n:,}"}
    heads = [_("Channel"), _("Contacts"), _("Avoidable"), _("Solved at once"), _("Asked again")]
    return Section(_("Contacts"), sentence if n else _("No contacts were counted in the last 90 days."), heads, lines,
                   _("Avoidable, of 100"))  # fmt: skip


def _waiting(area: Page, running: Sequence[FormGuide]) -> Section:
    """Alarms, things that we hear and actions of this service that nobody has finished; each leads to its screen."""
    names = succession().names(area.slug[:80])
    keys = [f"page:{page.translation_key}" for page in area.get_descendants(inclusive=True)]
    keys += [*(form.subject for form in running), *(f"service:{name}" for name in names)]
    alarms = Alarm.objects.filter(state=Alarm.State.OPEN, subject__in=keys)[:WORST]
    states = [Action.State.CONSIDERING, Action.State.DOING]
    actions = Action.objects.filter(state__in=states, page__path__startswith=area.path, locale=area.locale)[:WORST]
    themes = Q(*(("key__startswith", f"{name}|") for name in names), _connector=Q.OR)
    items = Item.objects.filter(themes, state=Item.State.OPEN, kind=Item.Kind.THEME)
    rows: list[tuple[Alarm | Item | Action, str, str]] = [(alarm, str(alarm), str(_("Alarm"))) for alarm in alarms]
    rows += [(item, str(item), item.get_kind_display()) for item in items[:WORST]]
    rows += [(action, action.said, action.get_state_display()) for action in actions]
    lines = [
        Line(what, [state, str(row.owner or _("Nobody")), str(row.due_on or CELL)], link=_screen(row))
        for row, what, state in rows
    ]
    sentence = _("%(n)s things wait for an answer.") % {"n": len(lines)} if lines else _("Nothing waits for an answer.")
    return Section(_("What waits"), sentence, [_("What"), _("State"), _("Owner"), _("Due")], lines)


def _screen(row: Alarm | Item | Action) -> str:
    return reverse(f"wagtailsnippets_insight_{row._meta.model_name}:edit", args=[row.pk])


def address(area: Page) -> str:
    """Return where the board of an area stands."""
    return reverse("insight_service", args=[area.slug])
