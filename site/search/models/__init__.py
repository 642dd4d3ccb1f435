"""The rows of search: the index, and what editors teach it."""

from search.models.best_bet import BestBet
from search.models.entry import SearchEntry
from search.models.judgement import Judgement
from search.models.synonym import Synonym

__all__ = ["BestBet", "Judgement", "SearchEntry", "Synonym"]
