"""The connectors that Waymark brings, and the jobs that follow what they delivered."""

from datetime import timedelta

from core.services import register_job, register_outbox
from forms.delivery.contrib.case_rest import CaseRest
from forms.delivery.contrib.case_xml import CaseXml
from forms.delivery.contrib.file_drop import FileDrop
from forms.delivery.contrib.open311 import Open311
from forms.delivery.contrib.team_mail import TeamMail
from forms.delivery.contrib.webhook import Webhook
from forms.delivery.late import tell_late
from forms.delivery.poll import poll_receivers
from forms.delivery.registry import deliver, register_connector
from forms.models import Delivery
from forms.runner.left import tell_left

CONNECTORS = (TeamMail, Webhook, FileDrop, Open311, CaseRest, CaseXml)


def connect() -> None:
    """Fill the registries; ``FormsConfig.ready`` calls it once."""
    for connector in CONNECTORS:
        register_connector(connector())
    register_outbox(Delivery, deliver)
    register_job("forms.late", timedelta(hours=1), tell_late)
    register_job("forms.left", timedelta(hours=1), tell_left)
    register_job("forms.poll", timedelta(minutes=5), poll_receivers)
