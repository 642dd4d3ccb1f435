"""Pure, typed statistics. No Django here, so that each formula can be checked on its own."""

from insight.stats.breaks import Point, formula_of, segments
from insight.stats.change import Change, change
from insight.stats.cusum import Day, Usual, chance, sums, usual
from insight.stats.discovery import discoveries
from insight.stats.scores import MINIMUM, Score, csat_top2, gds_score, kept_share, useful_share
from insight.stats.suppress import shown_beside, suppressed
from insight.stats.weights import Weighted, WeightedCells, rake, weighted_cells, weighted_share
from insight.stats.wilson import Interval, wilson

__all__ = [
    "MINIMUM",
    "Change",
    "Day",
    "Interval",
    "Point",
    "Score",
    "Usual",
    "Weighted",
    "WeightedCells",
    "chance",
    "change",
    "csat_top2",
    "discoveries",
    "formula_of",
    "gds_score",
    "kept_share",
    "rake",
    "segments",
    "shown_beside",
    "sums",
    "suppressed",
    "useful_share",
    "usual",
    "weighted_cells",
    "weighted_share",
    "wilson",
]
