"""A slice of ``make bench-languages``: what was promised of the checks holds on two real languages."""

import pytest

from tools.bench_languages import checks


@pytest.mark.parametrize("code", ["ur", "bn"])
def test_seeded_faults_are_found_and_true_text_is_left_alone(code):
    seeded, found, notes = checks.measure(code)
    faults = [kind for kind in seeded if not kind.startswith("clean")]
    assert sum(found[kind] for kind in faults) >= 0.99 * sum(seeded[kind] for kind in faults), notes
    assert found["clean"] + found["clean facts"] <= 0.01 * (seeded["clean"] + seeded["clean facts"]), notes
