"""Models of the insight store, one file each."""

from insight.models.action import Action
from insight.models.alarm import Alarm
from insight.models.comment import Comment
from insight.models.daily_rollup import DailyRollup
from insight.models.event import Event
from insight.models.set_aside import SetAsideEvent

__all__ = ["Action", "Alarm", "Comment", "DailyRollup", "Event", "SetAsideEvent"]
