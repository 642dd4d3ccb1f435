"""WSGI entry point: ``gunicorn --pythonpath site waymark.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.production")
application = get_wsgi_application()
