"""Models of the insight store, one file each."""

from insight.models.action import Action
from insight.models.alarm import Alarm
from insight.models.comment import Comment
from insight.models.daily_rollup import DailyRollup
from insight.models.event import Event
from insight.models.former_page import FormerPage
from insight.models.group_count import GroupCount
from insight.models.import_batch import ImportBatch
from insight.models.item import Item
from insight.models.panel_group import PanelGroup
from insight.models.panel_invitation import PanelInvitation
from insight.models.panel_member import PanelMember
from insight.models.panel_survey import PanelQuestion, PanelSurvey
from insight.models.place import Place
from insight.models.postcode_ward import PostcodeWard
from insight.models.service_change import ServiceChange
from insight.models.set_aside import SetAsideEvent
from insight.models.sink_batch import SinkBatch
from insight.models.source_key import SourceKey
from insight.models.subscription import Subscription
from insight.models.target import SatisfactionTarget

__all__ = [
    "Action",
    "Alarm",
    "Comment",
    "DailyRollup",
    "Event",
    "FormerPage",
    "GroupCount",
    "ImportBatch",
    "Item",
    "PanelGroup",
    "PanelInvitation",
    "PanelMember",
    "PanelQuestion",
    "PanelSurvey",
    "Place",
    "PostcodeWard",
    "SatisfactionTarget",
    "ServiceChange",
    "SetAsideEvent",
    "SinkBatch",
    "SourceKey",
    "Subscription",
]
