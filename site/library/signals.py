"""What this room tells the rooms above it."""

from django.dispatch import Signal

#: Sent in the transaction that stores new content, with ``instance``: whoever must act writes its own row at once.
document_content_changed = Signal()

#: Sent when residents may get a document, or may not any more, without the document being saved; with ``instance``.
document_serving_changed = Signal()
