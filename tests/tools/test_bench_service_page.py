"""What the measurement of a service page calls missed."""

import pytest

from tools.bench_service_page.measure import MOST_QUERIES, late


@pytest.mark.parametrize(
    ("counts", "missed"),
    [
        ([(3, 10), (3, 10)], False),
        ([(MOST_QUERIES, MOST_QUERIES)], False),
        ([(3, 13), (3, 13)], True),
        ([(13, 12), (13, 12)], True),
        ([(3, 10), (4, 10)], True),
        ([(3, 10), (3, 11)], True),
    ],
)
def test_both_counts_are_judged_at_each_size(counts, missed):
    assert late(counts) is missed
