"""What the frame adds to Wagtail's admin."""

from wagtail import hooks

from core.accounts.sequences import SequencesPanel
from core.messages_out.panel import add_messages

hooks.register("register_account_settings_panel", SequencesPanel)
hooks.register("construct_homepage_panels", add_messages)
