#!/usr/bin/env python
"""Django's command line for Waymark."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Put ``site/`` on the path, choose the settings and run the command."""
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.dev")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Waymark does not start: {error}")


if __name__ == "__main__":
    main()
