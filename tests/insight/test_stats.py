"""Figures against their definitions and worked examples."""

import pytest

from insight.stats import Point, csat_top2, formula_of, gds_score, segments, useful_share, wilson
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


def test_a_new_formula_or_question_breaks_the_series():
    old, new = (80, 100, 300, 900, 900), (10, 20, 30, 400, 500)
    points = [
        Point("2026-03", gds_score(old), "form-end/1"),
        Point("2026-02", gds_score(old), "form-end/1"),
        Point("2026-04", csat_top2(new), "form-end/1"),
        Point("2026-05", csat_top2(new), "form-end/2"),
    ]
    assert [[point.period for point in run] for run in segments(points)] == [
        ["2026-02", "2026-03"],
        ["2026-04"],
        ["2026-05"],
    ]


def test_a_publishers_formula_is_told_from_the_figures():
    counts = (80, 100, 300, 900, 900)
    assert formula_of([counts], [round(gds_score(counts).value)]) == "gds_score"
    assert formula_of([counts, (1, 0, 0, 0, 0)], [round(csat_top2(counts).value), 100]) == "csat_top2"
    with pytest.raises(ValueError, match="enough answers"):
        formula_of([(1, 0, 0, 0, 0)], [100])
