"""``/feedback/performance/``: the page, and its data as CSV and JSON."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from core.services import write_csv
from insight.channel_names import channel_name
from insight.dashboards.answered import answered
from insight.loop import published_actions
from insight.performance import figures, open_data, targets, words
from insight.questions import FORM_END, PAGE_USEFUL
from insight.stats import Score
from insight.succession import name_of, succession
from insight.voices import figures as voices
from insight.voices.words import silent, told

public = cache_control(public=True, max_age=600)
MOST_ACTIONS = 200


@public
def performance(request: HttpRequest) -> HttpResponse:
    """Show satisfaction by channel, by service and by month, each as a chart that is a table."""
    overall, channels = figures.by_channel()
    runs = figures.by_month()
    services, used = figures.by_service(), voices.uses()
    weighted = voices.weighted(used)
    whole = weighted.value is not None and not voices.uncounted(used)
    context = {
        "channels": [_bar(channel_name(row.name), row.score) for row in channels],
        "services": [_bar(name_of(row.name), row.score) for row in services],
        "changes": succession().told(row.name for row in services),
        "overall": words.overall(overall),
        "response": words.response(*figures.answered()),
        "asked": [
            words.asked(_("How satisfied are you with this service?"), FORM_END),
            words.asked(_("Is this page useful?"), PAGE_USEFUL),
        ],
        "waited": words.waited(answered()),
        "course": words.course(runs[-1]) if runs else "",
        "best_and_worst": words.best_and_worst(services),
        "runs": [[_bar(figures.month_name(point.period), point.score) for point in run] for run in runs],
        # A figure that leaves whole channels out is for staff, who are told so.
        "weighted": told(weighted) if whole else "",
        "silent": silent(weighted),
        "targets": targets.told(),
        "dictionary": open_data.DICTIONARY,
    }
    return render(request, "feedback/performance.jinja", context)


@public
def performance_csv(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Return the data as CSV."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="satisfaction.csv"'
    lines = ([row[name] for name in open_data.DICTIONARY] for row in open_data.rows())
    write_csv([[*open_data.DICTIONARY], *lines], response)  # type: ignore[arg-type] # written to like a text file
    return response


@public
def performance_json(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Return the data with its dictionary as JSON."""
    content = {"fields": open_data.DICTIONARY, "changes": open_data.changes(), "rows": list(open_data.rows())}
    return JsonResponse(content)


@public
def you_said(request: HttpRequest) -> HttpResponse:
    """Show everything that was done about what residents said, refusals too."""
    return render(request, "feedback/you_said.jinja", {"actions": published_actions(MOST_ACTIONS)})


def _bar(label: str, score: Score) -> dict[str, Any]:
    """Return one row of a chart; under 30 answers it has no bar and says so."""
    if score.value is None or score.interval is None:
        few = _("Too few answers yet: %(n)s. A figure is shown from 30 on.")
        return {"label": label, "value": 0, "text": few % {"n": score.n}, "low": None, "high": None}
    low, high = score.interval
    told = _("%(value)s in 100, between %(low)s and %(high)s (%(n)s answers)")
    words = told % {"value": round(score.value), "low": round(low), "high": round(high), "n": f"{score.n:,}"}
    return {"label": label, "value": round(score.value, 1), "text": words, "low": round(low, 1), "high": round(high, 1)}
