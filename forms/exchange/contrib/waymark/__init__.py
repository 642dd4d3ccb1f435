"""Our own export: everything that an author wrote, as JSON. Importing it and publishing gives the same SHA-256."""

from forms.exchange.contrib.waymark.reader import Waymark
from forms.exchange.registry import register

register(Waymark())
