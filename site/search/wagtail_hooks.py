"""Where the screens of this room stand in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from search.editors.views import PERMISSION, ImportView, JudgeView, SearchesView, TryView
from search.models import BestBet, Synonym


class BestBetCreateView(CreateView):
    """A new best bet, filled in from the search that an editor came from."""

    def get_initial(self) -> dict[str, str]:
        """Take search and language from the address."""
        return {name: self.request.GET[name] for name in ("query", "language") if name in self.request.GET}


class SynonymCreateView(CreateView):
    """A new synonym is tried over real searches before it is saved: on the screen for that."""

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Lead to the screen."""
        return HttpResponseRedirect(f"{reverse('search_try')}?{request.GET.urlencode()}")

    post = get


class SynonymEditView(EditView):
    """So is a change of one."""

    def get(self, _request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Lead to the screen, with what is saved."""
        return HttpResponseRedirect(f"{reverse('search_try')}?synonym={self.object.pk}")

    post = get


class SynonymViewSet(SnippetViewSet):
    """Residents' words for ours."""

    model = Synonym
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    copy_view_enabled = False
    icon = "resubmit"
    list_display = ["words", "means", "language", "both_ways"]
    list_filter = ["language"]


class BestBetViewSet(SnippetViewSet):
    """What stands first for a search."""

    model = BestBet
    add_view_class = BestBetCreateView
    icon = "pick"
    list_display = ["query", "page", "language", "position"]
    list_filter = ["language"]


class SearchGroup(SnippetViewSetGroup):
    """Both under one entry of the menu."""

    items = (SynonymViewSet, BestBetViewSet)
    menu_label = _("Search words")
    menu_icon = "search"


register_snippet(SearchGroup)


class SearchesMenuItem(MenuItem):
    """Shown to whoever may write synonyms."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user holds the permission."""
        return bool(request.user.has_perm(PERMISSION))


def admin_urls() -> list[URLPattern]:
    """Give the screens their addresses."""
    return [
        path("reports/searches/", SearchesView.as_view(), name="search_searches"),
        path("search/try/", TryView.as_view(), name="search_try"),
        path("search/import/", ImportView.as_view(), name="search_import"),
        path("search/judge/", JudgeView.as_view(), name="search_judge"),
    ]


def report_menu_item() -> MenuItem:
    """Put the report among Wagtail's own."""
    return SearchesMenuItem(_("Searches"), reverse("search_searches"), name="searches", icon_name="search", order=910)


hooks.register("register_admin_urls", admin_urls)
hooks.register("register_reports_menu_item", report_menu_item)
