"""The parts of the benchmark by name, in the order in which they run."""

from collections.abc import Callable
from functools import partial

from tools.bench_documents.figures import Figure
from tools.bench_documents.parts import contrast, meaning, mutants, odt, pdf_ua, robustness
from tools.bench_documents.setting import Setting

PARTS: dict[str, Callable[[Setting], list[Figure]]] = {
    "ua1": pdf_ua.part_one,
    "ua1-own": pdf_ua.own_rules,
    "ua2": pdf_ua.part_two,
    "odt": odt.measure,
    "contrast": contrast.measure,
    **{f"{kind}-mutants": partial(mutants.measure, kind) for kind in mutants.HOSTS_OF},
    "meaning": meaning.measure,
    "robustness": robustness.measure,
}

__all__ = ["PARTS", "Setting"]
