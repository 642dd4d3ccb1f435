"""All patterns, strongest first: where two overlap, the earlier one names the kind."""

from insight.privacy.patterns import contact, dates, identifiers, places, vehicles

ALL = (*contact.MAIL, *identifiers.ALL, *contact.PHONES, *dates.ALL, *places.ALL, *vehicles.ALL, *identifiers.LOOSE)

__all__ = ["ALL"]
