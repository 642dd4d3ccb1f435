"""Pure, typed statistics. No Django here, so that each formula can be checked on its own."""

from insight.stats.scores import MINIMUM, Score, csat_top2, gds_score, useful_share
from insight.stats.wilson import Interval, wilson

__all__ = ["MINIMUM", "Interval", "Score", "csat_top2", "gds_score", "useful_share", "wilson"]
