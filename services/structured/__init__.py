"""What machines read of a page: schema.org as JSON-LD, and the card that social media show."""

from services.structured.card import Card, share_card
from services.structured.graph import structured_data

__all__ = ["Card", "share_card", "structured_data"]
