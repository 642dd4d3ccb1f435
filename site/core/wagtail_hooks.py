"""What the frame adds to Wagtail's admin."""

from wagtail import hooks

from core.accounts.sequences import SequencesPanel

hooks.register("register_account_settings_panel", SequencesPanel)
