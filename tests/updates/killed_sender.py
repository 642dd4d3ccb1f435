"""A worker that sends until somebody kills it: ``python -m tests.updates.killed_sender PORT``."""

import sys

import django


def main() -> None:
    """Sweep once, by SMTP to a port of this machine."""
    django.setup()
    from django.conf import settings

    from core.services import sweep_outbox

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[1])
    sweep_outbox()


if __name__ == "__main__":
    main()
