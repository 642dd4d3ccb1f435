"""Figures against their definitions and worked examples."""

import pytest

from insight.stats import csat_top2, gds_score, useful_share, wilson
from insight.stats.wilson import Z95


@pytest.mark.parametrize(("successes", "n"), [(5, 10), (41, 100), (1, 1000), (17, 30), (399, 400)])
def test_wilsons_ends_solve_his_equation(successes, n):
    share = successes / n
    for end in wilson(successes, n):
        assert (share - end) ** 2 == pytest.approx(Z95**2 * end * (1 - end) / n, abs=1e-12)
    assert wilson(successes, n).low < share < wilson(successes, n).high


def test_wilsons_ends_at_none_and_all():
    assert wilson(0, 10) == (0.0, pytest.approx(Z95**2 / (10 + Z95**2)))
    assert wilson(10, 10) == (pytest.approx(10 / (10 + Z95**2)), 1.0)


def test_nothing_heard_is_not_nothing_liked():
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "n"), [(-1, 5), (6, 5), (0, -1)])
def test_a_share_outside_its_whole_is_an_error(successes, n):
    with pytest.raises(ValueError, match="not a share"):
        wilson(successes, n)


def test_the_two_scores_differ_and_keep_their_names():
    counts = (10, 5, 5, 30, 50)
    top, gds = csat_top2(counts), gds_score(counts)
    assert (top.name, top.value) == ("csat_top2", 80.0)
    assert gds.name == "gds_score"
    assert gds.value == pytest.approx((5 * 25 + 5 * 50 + 30 * 75 + 50 * 100) / 100)
    assert top.interval.low < 80 < top.interval.high
    assert gds.interval.low < gds.value < gds.interval.high


@pytest.mark.parametrize("score", [csat_top2, gds_score, useful_share])
def test_nothing_is_scored_under_thirty(score):
    assert score((14, 15, 0, 0, 0)).value is None
    assert score((14, 15, 0, 0, 0)).interval is None
    assert score((15, 15, 0, 0, 0)).value is not None
    assert score((0, 0, 0, 0, 0)).n == 0


def test_useful_is_a_series_of_its_own():
    assert useful_share((10, 30, 0, 0, 0)).value == 75.0


def test_five_counts_are_needed():
    with pytest.raises(ValueError, match="five counts"):
        csat_top2((1, 2, 3))
