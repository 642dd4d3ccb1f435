"""The one door of the frame: typed verbs that every room may call."""

from core.accounts.staff import member_of_staff
from core.audit import record_event
from core.crypto import UnsealError, keyed_hash, seal, unseal
from core.crypto.rotation import register_sealed
from core.demo.context import DemoContext
from core.demo.registry import register_demo
from core.exports import write_csv, write_xlsx
from core.failures import code_of, place_of
from core.findable import Findable, Source, findable_sources, register_findable
from core.http import http_client
from core.messages_out.message import InvalidMessageError
from core.messages_out.queue import queue_message
from core.navigation import Link, register_footer_link, register_top_link, site_path
from core.outbox.outcome import Done, Outcome, Rejected, Retry
from core.outbox.registry import register_outbox
from core.outbox.settle import give_up, try_again
from core.outbox.sweep import sweep_outbox
from core.promises.calendar import due_on, is_working_day
from core.promises.words import working_days_in_words
from core.publishing.findings import GateFinding, PublishBlocked
from core.publishing.registry import gate_findings, register_gate
from core.schedule.registry import register_job
from core.throttle import client_address, take_token

__all__ = [
    "DemoContext",
    "Done",
    "Findable",
    "GateFinding",
    "InvalidMessageError",
    "Link",
    "Outcome",
    "PublishBlocked",
    "Rejected",
    "Retry",
    "Source",
    "UnsealError",
    "client_address",
    "code_of",
    "due_on",
    "findable_sources",
    "gate_findings",
    "give_up",
    "http_client",
    "is_working_day",
    "keyed_hash",
    "member_of_staff",
    "place_of",
    "queue_message",
    "record_event",
    "register_demo",
    "register_findable",
    "register_footer_link",
    "register_gate",
    "register_job",
    "register_outbox",
    "register_sealed",
    "register_top_link",
    "seal",
    "site_path",
    "sweep_outbox",
    "take_token",
    "try_again",
    "unseal",
    "working_days_in_words",
    "write_csv",
    "write_xlsx",
]
