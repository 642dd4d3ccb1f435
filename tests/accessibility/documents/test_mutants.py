"""Each fault that the benchmark injects is found in a clean made file, and the clean files themselves pass."""

from functools import cache

import pytest

from accessibility.documents.base import Profile
from accessibility.documents.examine import examine
from accessibility.documents.verdict import as_contract
from accessibility.documents.wire import to_wire
from tools.bench_documents.mutants import every
from tools.bench_documents.package import Package
from tools.bench_documents.parts.mutants import MADE

#: No made file is a host for these: each has a picture that is asked about, none is marked as decoration.
WITHOUT_HOST = {"picture with words to judge", "decorative mark taken away"}
CASES = [(kind, mutator) for kind in MADE for mutator in every()[kind]]


def rules(data):
    return {finding.rule for finding in examine(data, Profile.WCAG).findings}


@cache
def hosts(kind):
    return [(data, rules(data)) for data in (*MADE[kind]()[:2], MADE[kind]()[-1])]


@pytest.mark.parametrize(("kind", "mutator"), CASES, ids=[f"{kind} {one.name}" for kind, one in CASES])
def test_injected_fault_is_found(kind, mutator):
    for data, broken in hosts(kind):
        package = Package(data)
        if not broken & set(mutator.rules) and mutator.mutate(package):
            assert rules(package.pack()) & set(mutator.rules)
            return
    assert mutator.name in WITHOUT_HOST


@pytest.mark.parametrize("kind", MADE)
def test_clean_files_pass(kind):
    for data in MADE[kind]()[:4]:
        contract = as_contract(to_wire(examine(data, Profile.WCAG)), Profile.WCAG)
        assert contract["violations"] == []
