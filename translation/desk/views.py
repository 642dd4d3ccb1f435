"""The screens of the translators' desk. Every one asks :mod:`translation.permissions` first."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.models import Locale
from wagtail_localize.models import SourceDeletedError, Translation

from core.languages import direction
from core.models import User
from core.services import PublishBlocked
from translation.demand import searched
from translation.desk.begin import begin, begin_snippets, english_pages
from translation.desk.memory import recall
from translation.desk.segments import Sentence, sentences
from translation.desk.states import State, annotated, rows, shown_in, state_of
from translation.desk.teamwork import assign, assignee, earlier_of, remark, remarks_of
from translation.desk.videos import videos_for
from translation.desk.write import Conflict, decide, publish, save_words
from translation.engines import engine_for, why_none
from translation.engines.draft import ask_for_draft, draft_of
from translation.exchange import FORMATS, ExchangeError, apply_units
from translation.exchange.base import LARGEST
from translation.permissions import locales_of, may_translate
from translation.real import own_name

_PAGE = 50


class QueueView(View):
    """What waits in one language, the longest wait first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Draw the queue. Raises PermissionDenied for a language that is not the person's."""
        locales = list(locales_of(request.user))
        if not locales:
            raise PermissionDenied
        code = request.GET.get("language", locales[0].language_code)
        locale = next((each for each in locales if each.language_code == code), None)
        if locale is None:
            raise PermissionDenied
        found = rows(locale)
        state = request.GET.get("state", "")
        if request.GET.get("order") == "wanted":
            found.sort(key=lambda row: -row.wanted)
        shown = [row for row in found if row.state == state] if state in State.values else found
        counts = [(each, sum(row.state == each for row in found)) for each in State]
        page = Paginator(shown, _PAGE).get_page(request.GET.get("p"))
        languages = [(each.language_code, own_name(each.language_code)) for each in locales]
        context = {
            "locale": locale,
            "languages": languages,
            "page": page,
            "counts": counts,
            "state": state,
            "all": len(found),
            "order": request.GET.get("order", ""),
            "searched": searched(code),
            "videos": videos_for(code),
        }
        return render(request, "translation/admin/queue.html", context)


class StartView(View):
    """Begin the translation of an English page: a record, and the words that are remembered. Nothing goes live."""

    def post(self, request: HttpRequest, locale_id: int, page_id: int) -> HttpResponse:
        """Begin, or go on where somebody began already."""
        if not may_translate(request.user, locale_id):
            raise PermissionDenied
        page = get_object_or_404(english_pages(), pk=page_id)
        translation, filled = begin(page, Locale.objects.get(pk=locale_id), person(request))
        said = ngettext(
            "%(count)d sentence was filled in from memory.", "%(count)d sentences were filled in from memory.", filled
        )
        messages.success(request, said % {"count": filled})
        return HttpResponseRedirect(reverse("translation_edit", args=[translation.uuid]))


class TranslationView(View):
    """Something about one translation, found by its uuid. Raises PermissionDenied, Http404."""

    translation: Translation

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the translation, and ask whether its language is the person's."""
        record = Translation.objects.filter(uuid=kwargs["uuid"], enabled=True).select_related("target_locale").first()
        if record is None:
            return self.gone(request)
        if not may_translate(request.user, record.target_locale_id):
            raise PermissionDenied
        self.translation = annotated(record.target_locale).get(pk=record.pk)
        return super().dispatch(request, *args, **kwargs)

    def gone(self, request: HttpRequest) -> HttpResponse:
        """Give back what was typed for an English page that has been deleted meanwhile. Raises Http404."""
        typed = [text for _pk, name in _named(request, "text-") if (text := request.POST[name].strip())]
        if not typed or not locales_of(request.user).exists():
            raise Http404
        return render(request, "translation/admin/gone.html", {"typed": typed}, status=410)

    def here(self) -> str:
        """Return the address of the editor."""
        return reverse("translation_edit", args=[self.translation.uuid])


class EditView(TranslationView):
    """The English beside its translation."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Draw the editor."""
        return self.draw(request, [])

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Store the words first, then do what was asked: let a finding pass, or publish."""
        texts = {pk: request.POST[name].replace("\r\n", "\n") for pk, name in _named(request, "text-")}
        marks = {pk: request.POST[name] for pk, name in _named(request, "mark-")}
        conflicts = save_words(self.translation, texts, marks, person(request))
        if conflicts:
            messages.error(request, _("Somebody else has changed the same sentence. Both are shown below."))
            return self.draw(request, conflicts, status=409)
        if "decide" in request.POST:
            self.decide(request)
        elif "draft" in request.POST:
            self.draft(request)
        elif "publish" in request.POST:
            self.publish(request)
        elif "remark" in request.POST:
            self.remark(request)
        elif "take" in request.POST or "leave" in request.POST:
            assign(self.translation, person(request) if "take" in request.POST else None)
        else:
            messages.success(request, _("Saved."))
        return HttpResponseRedirect(self.here())

    def decide(self, request: HttpRequest) -> None:
        """Let one finding of one sentence pass."""
        pk, _sep, code = request.POST["decide"].partition(":")
        found = [each for each in sentences(self.translation) if str(each.pk) == pk]
        reason = request.POST.get(f"reason-{pk}-{code}", "")
        wrong = _("This sentence is not on the page any more.")
        if found:
            wrong = decide(found[0], code, reason, person(request))
        if wrong:
            messages.error(request, wrong)
        else:
            messages.success(request, _("Recorded with your name and the time."))

    def remark(self, request: HttpRequest) -> None:
        """Add a remark about one sentence, or about the whole."""
        pk = request.POST["remark"]
        found = next((each for each in sentences(self.translation) if str(each.pk) == pk), None)
        wrong = remark(self.translation, found, request.POST.get(f"remark-{pk}", ""), person(request))
        if wrong:
            messages.error(request, wrong)

    def draft(self, request: HttpRequest) -> None:
        """Ask a machine for what is missing; the worker asks it, not this request."""
        if ask_for_draft(self.translation):
            messages.success(request, _("The draft is on its way. Come back in a minute."))
        else:
            messages.error(request, why_none(self.translation.target_locale.language_code))

    def publish(self, request: HttpRequest) -> None:
        """Put it live, or say what keeps it."""
        begin_snippets(self.translation, person(request))
        try:
            publish(self.translation, person(request))
        except PublishBlocked as blocked:
            messages.error(
                request, _("Not published. Your words are saved. %(what)s") % {"what": " ".join(blocked.messages)}
            )
        except SourceDeletedError:
            messages.error(request, _("The English page is gone, so there is nothing to publish. Your words are kept."))
        else:
            messages.success(request, _("Published."))

    def draw(self, request: HttpRequest, conflicts: list[Conflict], status: int = 200) -> HttpResponse:
        """Return the editor, with what the person typed where somebody else's words are stored."""
        found = sentences(self.translation)
        memories = recall(self.translation, found)
        mine = {conflict.sentence.pk: conflict.mine for conflict in conflicts}
        remarks, earlier = remarks_of(self.translation), earlier_of(found)
        lines = [
            _line(each, memories.get(each.pk), mine.get(each.pk))
            | {"remarks": remarks.get(each.pk, []), "earlier": earlier.get(each.pk, [])}
            for each in found
        ]
        code = self.translation.target_locale.language_code
        context = {
            "translation": self.translation,
            "lines": lines,
            "code": code,
            "dir": direction(code),
            "language": own_name(code),
            "state": state_of(self.translation),
            "formats": FORMATS,
            "drafts": engine_for(code) is not None,
            "draft": draft_of(self.translation),
            "shown": shown_in(self.translation),
            "remarks": remarks.get(0, []),
            "assignee": assignee(self.translation),
            "blocked": sum(bool(sentence.blocking) or sentence.is_machine for sentence in found),
        }
        return render(request, "translation/admin/edit.html", context, status=status)


class FileView(TranslationView):
    """A translation as a file, out and in."""

    def get(self, _request: HttpRequest, ending: str, **_kwargs: Any) -> HttpResponse:
        """Return the file."""
        form = FORMATS.get(ending)
        if form is None:
            raise Http404
        content = form.write(self.translation, sentences(self.translation))
        name = f"{self.translation.source.object_id}-{self.translation.target_locale.language_code}.{ending}"
        return HttpResponse(
            content, form.content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )

    def post(self, request: HttpRequest, ending: str, **_kwargs: Any) -> HttpResponse:
        """Take a file, whole or not at all."""
        form, file = FORMATS.get(ending), request.FILES.get("file")
        if form is None:
            raise Http404
        if file is None:
            messages.error(request, _("Choose a file first."))
            return HttpResponseRedirect(self.here())
        try:
            named, units = form.read(file.read(LARGEST + 1))
            problems, _conflicts = apply_units(self.translation, named, units, person(request))
        except ExchangeError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(self.here())
        if problems:
            subtitle = self.translation.source.object_repr
            context = {"subtitle": subtitle, "problems": problems, "here": self.here()}
            return render(request, "translation/admin/refused.html", context, status=422)
        messages.success(request, _("The file was taken in. Read it once more before you publish."))
        return HttpResponseRedirect(self.here())


def person(request: HttpRequest) -> User:
    """Return who is signed in; the admin lets nobody else in. Raises PermissionDenied."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _named(request: HttpRequest, start: str) -> list[tuple[int, str]]:
    """Return key and name of each field that begins with ``start`` and ends in a number."""
    names = [name for name in request.POST if name.startswith(start) and name[len(start) :].isdecimal()]
    return [(int(name[len(start) :]), name) for name in names]


def _line(sentence: Sentence, memory: Any, mine: str | None) -> dict[str, Any]:
    shown = sentence.text if mine is None else mine
    rows = max(2, -(-max(len(sentence.source), len(shown)) // 50))
    return {
        "sentence": sentence,
        "memory": memory,
        "shown": shown,
        "theirs": None if mine is None else sentence.text,
        "rows": rows,
    }
