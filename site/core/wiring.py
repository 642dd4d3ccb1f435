"""What the frame itself puts into its registries; ``CoreConfig.ready`` calls it once."""

import logging
from datetime import timedelta
from functools import partial

from django_tasks.signals import task_finished

from core.crypto.rotation import register_sealed
from core.demo.frame import load as load_frame
from core.demo.loader import load as load_demo
from core.demo.registry import register_demo
from core.failures import WithoutText
from core.messages_out.contrib.console import ConsoleMessages
from core.messages_out.contrib.django_mail import DjangoMail
from core.messages_out.contrib.files import FileMessages
from core.messages_out.contrib.notify import NotifyMessages
from core.messages_out.contrib.smtp_line import kept_line
from core.messages_out.queue import deliver_message, erase_old_messages
from core.messages_out.registry import register_backend
from core.messages_out.sealing import place_of
from core.models import OutgoingMessage
from core.outbox.registry import register_outbox, register_shared
from core.outbox.sweep import sweep_outbox
from core.schedule import tasks
from core.schedule.registry import register_job

ALL_CHANNELS = ("mail", "sms", "letter")


def register_ground() -> None:
    """Register message backends, the outbox of messages, jobs and demo content."""
    register_backend("django", DjangoMail, channels=("mail",))
    register_backend("file", FileMessages, channels=ALL_CHANNELS)
    register_backend("notify", NotifyMessages, channels=ALL_CHANNELS)
    register_backend("console", ConsoleMessages, channels=ALL_CHANNELS)
    register_outbox(OutgoingMessage, deliver_message)
    register_shared(kept_line)
    for name in ("recipient", "contents"):
        register_sealed(OutgoingMessage, name, partial(place_of, name))
    # In the worker every few seconds; by ``manage.py tick`` as often as its timer.
    register_job("outbox", timedelta(seconds=5), sweep_outbox, lease=timedelta(seconds=90))
    register_job("messages.erase", timedelta(hours=1), erase_old_messages)
    register_job("tasks.lost", timedelta(minutes=10), tasks.requeue_lost_tasks)
    register_job("tasks.finished", timedelta(hours=1), tasks.forget_finished_tasks)
    register_demo("core", load_demo)
    # The brand leads to pages that the other rooms make.
    register_demo("frame", load_frame, after=["core", "services", "home"])
    keep_texts_out_of_tasks()


def keep_texts_out_of_tasks() -> None:
    """Let neither the rows nor the log of django-tasks repeat what an exception said."""
    task_finished.connect(tasks.forget_tracebacks, dispatch_uid="core.forget_tracebacks")
    for name in ("django_tasks", "django_tasks_db"):
        logging.getLogger(name).addFilter(WithoutText())
