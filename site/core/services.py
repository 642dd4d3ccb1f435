"""The one door of the frame: typed verbs that every room may call."""

from core.accounts.staff import member_of_staff
from core.audit import record_event, record_events
from core.audit.append_only import AppendOnlyTable
from core.crypto import UnsealError, is_current, is_sealed_file, keyed_hash, seal, seal_chunks, unseal, unseal_chunks
from core.crypto.rotation import register_rotation, register_sealed
from core.crypto.shred import close as close_layer
from core.crypto.shred import is_layered, new_secret
from core.crypto.shred import open_again as open_layer
from core.demo.context import DemoContext
from core.demo.registry import register_demo
from core.exports import write_csv, write_xlsx
from core.failures import code_of, log_failure, place_of
from core.findable import Findable, Source, findable_sources, register_findable
from core.full_disk import out_of_room
from core.http import http_client
from core.in_language import chosen_pages, in_language
from core.kept import forget as forget_kept
from core.kept import kept
from core.messages_out.message import InvalidMessageError, Message
from core.messages_out.queue import erase_messages, hand_over, message_words, queue_message
from core.messages_out.registry import channel_works
from core.navigation import Link, address_of, register_footer_link, register_top_link, site_path
from core.outbox.outcome import Done, Outcome, RecipientRefused, Rejected, Retry
from core.outbox.registry import register_outbox
from core.outbox.settle import give_up, try_again
from core.outbox.stuck import stuck
from core.outbox.sweep import sweep_outbox
from core.privacy import is_private, public
from core.promises.calendar import due_on, is_bank_holiday, is_working_day
from core.promises.words import working_days_in_words
from core.publishing.findings import GateFinding, PublishBlocked
from core.publishing.registry import gate_findings, register_gate
from core.schedule.registry import PartlyDoneError, register_job
from core.schedule.worker import pass_begins
from core.throttle import client_address, take_token

__all__ = [
    "AppendOnlyTable",
    "DemoContext",
    "Done",
    "Findable",
    "GateFinding",
    "InvalidMessageError",
    "Link",
    "Message",
    "Outcome",
    "PartlyDoneError",
    "PublishBlocked",
    "RecipientRefused",
    "Rejected",
    "Retry",
    "Source",
    "UnsealError",
    "address_of",
    "channel_works",
    "chosen_pages",
    "client_address",
    "close_layer",
    "code_of",
    "due_on",
    "erase_messages",
    "findable_sources",
    "forget_kept",
    "gate_findings",
    "give_up",
    "hand_over",
    "http_client",
    "in_language",
    "is_bank_holiday",
    "is_current",
    "is_layered",
    "is_private",
    "is_sealed_file",
    "is_working_day",
    "kept",
    "keyed_hash",
    "log_failure",
    "member_of_staff",
    "message_words",
    "new_secret",
    "open_layer",
    "out_of_room",
    "pass_begins",
    "place_of",
    "public",
    "queue_message",
    "record_event",
    "record_events",
    "register_demo",
    "register_findable",
    "register_footer_link",
    "register_gate",
    "register_job",
    "register_outbox",
    "register_rotation",
    "register_sealed",
    "register_top_link",
    "seal",
    "seal_chunks",
    "site_path",
    "stuck",
    "sweep_outbox",
    "take_token",
    "try_again",
    "unseal",
    "unseal_chunks",
    "working_days_in_words",
    "write_csv",
    "write_xlsx",
]
