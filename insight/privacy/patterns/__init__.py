"""All recognisers, strongest first: where two overlap, the earlier one names the kind."""

from insight.privacy.patterns import contact, dates, identifiers, names, places

ALL = (*contact.MAIL, *identifiers.ALL, *contact.PHONES, *dates.ALL, *places.ALL, *identifiers.LOOSE, *names.ALL)

__all__ = ["ALL"]
