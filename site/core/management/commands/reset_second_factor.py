"""``manage.py reset_second_factor NAME``: for a member of staff who lost phone and recovery codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from core.audit import record_event
from core.models import RecoveryCode, User


class Command(BaseCommand):
    """Forget the app and the recovery codes; the next sign-in sets up new ones."""

    help = "Remove the second factor of one account, so that the next sign-in sets up a new one."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the account's name."""
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Remove both and write it into the audit record."""
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']!r}.")
        TOTPDevice.objects.filter(user=user).delete()
        RecoveryCode.objects.filter(user=user).delete()
        record_event(verb="second factor reset", obj=user, channel="command")
        self.stdout.write(f"{user.get_username()} sets up a new second factor at the next sign-in.")
