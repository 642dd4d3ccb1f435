"""Other words for the same thing: GOV.UK's public list, which comes along, and what editors add."""

from search.synonyms.expansion import Rule, expansions

__all__ = ["Rule", "expansions"]
