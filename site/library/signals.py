"""What this room tells the rooms above it."""

from django.dispatch import Signal

#: Sent in the transaction that stores new content, with ``instance``: whoever must act writes its own row at once.
document_content_changed = Signal()

#: Sent when a document's content has passed its check, with ``instance``.
document_passed = Signal()
