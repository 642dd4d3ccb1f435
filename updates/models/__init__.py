"""Who follows what, what there is to tell them, and what is on its way."""

from updates.models.area import Area, AreaAlert
from updates.models.ask import Ask
from updates.models.facts import KnownFacts
from updates.models.follow import Follow
from updates.models.newsletter import Newsletter, NewsletterPage, NewsletterWords
from updates.models.notice import Notice
from updates.models.refusal import Refusal
from updates.models.sending import Sending, Told
from updates.models.subscriber import Subscriber

__all__ = [
    "Area",
    "AreaAlert",
    "Ask",
    "Follow",
    "KnownFacts",
    "Newsletter",
    "NewsletterPage",
    "NewsletterWords",
    "Notice",
    "Refusal",
    "Sending",
    "Subscriber",
    "Told",
]
