"""Set-up of the online forms room."""

from django.apps import AppConfig


class FormsConfig(AppConfig):
    """The label is ``onlineforms`` because ``forms`` is Django's own."""

    name = "forms"
    label = "onlineforms"
    verbose_name = "Online forms"
