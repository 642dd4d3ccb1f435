"""The parts of the room that fill registries: what residents meet, who receives it, what the demo shows."""

from core.templating import register_global
from forms import funnels
from forms.bookings.wiring import connect as connect_bookings
from forms.delivery.record import promise_record
from forms.delivery.wiring import connect as connect_receivers
from forms.demo.wiring import connect as connect_demo
from forms.exchange.wiring import connect as connect_exchange
from forms.inbox.wiring import connect as connect_inbox
from forms.payments.wiring import connect as connect_payments
from forms.rights.wiring import connect as connect_rights
from forms.runner.words import clock_in_words, day_in_words, slot_in_words

PARTS = (
    connect_receivers,
    connect_bookings,
    connect_payments,
    connect_inbox,
    connect_rights,
    connect_demo,
    connect_exchange,
    funnels.connect,
)
WORDS = (day_in_words, clock_in_words, slot_in_words, promise_record)


def connect() -> None:
    """Connect each part once; ``FormsConfig.ready`` calls it."""
    for words in WORDS:
        register_global(words.__name__, words)
    for part in PARTS:
        part()
