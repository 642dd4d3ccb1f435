"""The board of forms: which one is finished by whom, and the steps of one of them."""

from collections.abc import Sequence

from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from insight.dashboards import read
from insight.dashboards.board import CELL, Line, Section, asked, per_cent, share, told
from insight.dashboards.funnel import Funnel, Stage, funnel
from insight.dashboards.guide import FormGuide, running_forms, steps_of
from insight.models import DailyRollup
from insight.questions import FORM_END
from insight.stats import csat_top2


def funnel_of(slug: str, number: int) -> Funnel:
    """Return the funnel of one version of a form in the last 90 days: one query."""
    rows = DailyRollup.objects.filter(subject=f"form:{slug}:{number}"[:160], day__gte=read.since())
    counts = dict(rows.filter(question__startswith="form.").order_by().values_list("question").annotate(Sum("n")))
    return funnel(counts, steps_of(slug, number), _("Check and send"))


def listed(forms: Sequence[FormGuide]) -> Section:
    """Return a table of forms, most started first."""
    started, sent = read.sums(read.STARTED, "subject"), read.sums(read.SENT, "subject")
    rated = read.sums(read.SATISFACTION, "subject")
    none = (0,) * 6
    counts = {form: (started.get((form.subject,), none)[0], sent.get((form.subject,), none)[0]) for form in forms}
    lines = []
    for form in sorted(forms, key=lambda form: (-counts[form][0], form.title)):
        begun, done = counts[form]
        score = csat_top2(rated.get((form.subject,), none)[1:])
        finish = share(min(done, begun), begun)
        answered = _("%(n)s (%(part)s)") % {"n": f"{score.n:,}", "part": per_cent(share(min(score.n, done), done))}
        cells = [f"{begun:,}", f"{done:,}", per_cent(finish), told(score), answered]
        lines.append(Line(form.title, cells, finish, link=reverse("insight_form", args=[form.slug, form.number])))
    whole, through = (sum(pair[at] for pair in counts.values()) for at in (0, 1))
    sentence = _("%(sent)s of %(started)s forms that people started in the last 90 days were sent.") % {
        "sent": f"{min(through, whole):,}", "started": f"{whole:,}",
    }  # fmt: skip
    heads = [_("Form"), _("Started"), _("Sent"), _("Finished"), _("Satisfied"), _("Answered, of those sent")]
    if not whole:
        sentence = _("Nobody has started one of these forms in the last 90 days.")
    return Section(_("Forms"), sentence, heads, lines, _("Finished of 100"), (asked(FORM_END),))


def steps(found: Funnel) -> Section:
    """Return the table of one form's steps, and the sentence that names the step that loses people."""
    worst = found.worst
    lines = [_line(stage, found.started, marked=stage is worst) for stage in found.stages]
    heads = [_("Step"), _("Came"), _("Went on"), _("Left here"), _("Still here after a day"), _("Errors shown")]
    note = _("A dash stands where not everybody sees the step. Who goes back to a step and on again counts twice.")
    return Section(_("Step by step"), _sentence(found), heads, lines, _("Went on, of all who started"), (note,))


def _sentence(found: Funnel) -> str:
    if not found.started:
        return _("Nobody has started this form in the last 90 days.")
    worst, started = found.worst, found.started
    if worst is None:
        words = ngettext(
            "%(sent)s of %(n)s person who started sent the form. No step loses so many that it stands out.",
            "%(sent)s of %(n)s people who started sent the form. No step loses so many that it stands out.",
            started,
        )
        return words % {"sent": f"{found.sent:,}", "n": f"{started:,}"}
    words = _("“%(step)s” loses most people: of %(came)s who came to it, %(left)s did not go on (%(loss)s).")
    return words % {
        "step": worst.title, "came": f"{worst.came:,}", "left": f"{worst.left:,}", "loss": per_cent(worst.loss),
    }  # fmt: skip


def _line(stage: Stage, started: int, *, marked: bool) -> Line:
    came = CELL if stage.came is None else f"{stage.came:,}"
    left = CELL if stage.left is None else f"{stage.left:,} ({per_cent(stage.loss)})"
    bar = share(min(stage.finished, started), started)
    cells = [came, f"{stage.finished:,}", left, f"{stage.given_up:,}", f"{stage.errors:,}"]
    return Line(stage.title, cells, bar, marked=marked)


def forms_of(service: str) -> list[FormGuide]:
    """Return the running forms of a service area."""
    return [form for form in running_forms() if form.service == service]
