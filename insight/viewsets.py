"""The rows of this room that staff look after in Wagtail's admin, and how they are listed."""

from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from core.models import User
from insight.models import (
    Action,
    Alarm,
    Comment,
    Item,
    PanelGroup,
    PanelSurvey,
    Place,
    SatisfactionTarget,
    ServiceChange,
)


class ActionCreateView(CreateView):
    """A new task, with the words of residents that an editor came from."""

    def get_initial(self) -> dict[str, str]:
        """Take the words from the address."""
        said = self.request.GET.get("said", "")
        return {"said": said} if said else {}


class ActionViewSet(SnippetViewSet):
    """You said, we did: written by staff, read by residents."""

    model = Action
    add_view_class = ActionCreateView
    icon = "success"
    menu_label = _("You said, we did")
    list_display = ["said", "state", "due_on", "published_on"]
    list_filter = ["state"]


class AnswersOnly(ModelPermissionPolicy):
    """Alarms and comments are not made up or removed by hand, by superusers neither."""

    def user_has_permission(self, user: User, action: str) -> bool:
        """Return whether ``user`` may look at them, or answer them."""
        return action in ("view", "change") and bool(super().user_has_permission(user, action))


class AlarmViewSet(SnippetViewSet):
    """Falls in satisfaction, raised by the daily watch; a person answers each."""

    model = Alarm
    icon = "warning"
    menu_label = _("Alarms")
    list_display = ["name", "usual", "recent", "answers", "began_on", "state", "owner", "due_on"]
    list_filter = ["state", "owner"]
    copy_view_enabled = False


class CommentViewSet(SnippetViewSet):
    """What residents wrote, without personal data; staff correct the sentiment where it is wrong."""

    model = Comment
    icon = "comment"
    menu_label = _("Comments")
    list_display = ["__str__", "sentiment", "corrected", "channel", "created_at"]
    list_filter = ["sentiment", "corrected", "channel", "locale"]
    search_fields = ["text"]
    copy_view_enabled = False


class ItemViewSet(SnippetViewSet):
    """What residents tell again and again, found once a day; a person answers each."""

    model = Item
    icon = "warning"
    menu_label = _("Things that we hear")
    list_display = ["title", "kind", "times", "first_on", "state", "owner", "due_on"]
    list_filter = ["kind", "state", "owner"]
    copy_view_enabled = False


class PlaceViewSet(SnippetViewSet):
    """Where a kiosk or a QR code asks."""

    model = Place
    icon = "site"
    menu_label = _("Places that ask")
    list_display = ["name", "service", "code", "kiosk"]


class TargetViewSet(SnippetViewSet):
    """What the council wants to reach, each with its plan."""

    model = SatisfactionTarget
    icon = "success"
    menu_label = _("Targets")
    list_display = ["channel", "service", "value", "from_on"]
    list_filter = ["channel", "service"]


class ServiceChangeViewSet(SnippetViewSet):
    """Services under another name: their figures stay together."""

    model = ServiceChange
    icon = "redirect"
    menu_label = _("Services renamed or merged")
    list_display = ["old", "new", "kind", "changed_on"]


class PanelGroupViewSet(SnippetViewSet):
    """The city that the panel should mirror."""

    model = PanelGroup
    icon = "group"
    menu_label = _("Groups of the city")
    list_display = ["dimension", "name", "people", "source"]
    list_filter = ["dimension"]


class PanelSurveyViewSet(SnippetViewSet):
    """Surveys of the Residents' Panel; each has a screen to invite, publish and tell."""

    model = PanelSurvey
    icon = "form"
    menu_label = _("Panel surveys")
    list_display = ["title", "closes_on", "published_on", "desk"]


#: In the order of the list.
VIEWSETS = (
    CommentViewSet,
    ActionViewSet,
    AlarmViewSet,
    ItemViewSet,
    PlaceViewSet,
    TargetViewSet,
    ServiceChangeViewSet,
    PanelGroupViewSet,
    PanelSurveyViewSet,
)
#: What nobody makes up or removes by hand.
ANSWERED = (Item, Alarm, Comment)
