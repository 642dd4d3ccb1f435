"""Pure, typed statistics. No Django here, so that each formula can be checked on its own."""

from insight.stats.cusum import Day, Usual, chance, sums, usual
from insight.stats.discovery import discoveries
from insight.stats.scores import MINIMUM, Score, csat_top2, gds_score, useful_share
from insight.stats.suppress import suppressed
from insight.stats.weights import Weighted, rake, weighted_share
from insight.stats.wilson import Interval, wilson

__all__ = [
    "MINIMUM",
    "Day",
    "Interval",
    "Score",
    "Usual",
    "Weighted",
    "chance",
    "csat_top2",
    "discoveries",
    "gds_score",
    "rake",
    "sums",
    "suppressed",
    "useful_share",
    "usual",
    "weighted_share",
    "wilson",
]
