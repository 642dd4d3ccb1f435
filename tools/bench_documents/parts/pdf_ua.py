"""PDF/UA-1 and PDF/UA-2 on veraPDF's corpus: each file shows one clause kept or broken."""

from collections.abc import Sequence
from dataclasses import replace

from accessibility.documents.base import Profile
from tools.bench_documents.checker import Answer, check_all
from tools.bench_documents.figures import Figure, rate
from tools.bench_documents.labels import Labelled
from tools.bench_documents.others import Said, beside
from tools.bench_documents.setting import Setting


def part_one(setting: Setting) -> list[Figure]:
    """Return recall, false alarms and the share with the right clause under ``ua1``."""
    bad = setting.of("vera-ua1", "fail")
    answers = check_all([file.path for file in bad], Profile.UA1, procs=setting.procs)
    found = [(file, answer) for file, answer in zip(bad, answers, strict=True) if answer.failed]
    right = sum(_clause(file) in answer.values("clause") for file, answer in found)
    return [
        *_both("PDF/UA-1", "vera-ua1", Profile.UA1, (0.99, 0.01), setting),
        Figure("PDF/UA-1 right clause among those found", 0.95, right, len(found)),
    ]


def own_rules(setting: Setting) -> list[Figure]:
    """Return the same without the engine: what stays should it ever be given up."""
    return _both(
        "PDF/UA-1 by rules of our own", "vera-ua1", Profile.UA1_OWN, (0.85, 0.03), replace(setting, others=False)
    )


def part_two(setting: Setting) -> list[Figure]:
    """Return recall and false alarms under ``ua2``; of the others only veraPDF knows part 2, which has no wheel."""
    return _both("PDF/UA-2", "vera-ua2", Profile.UA2, (0.60, 0.05), setting)


def _both(name: str, series: str, profile: Profile, targets: tuple[float, float], setting: Setting) -> list[Figure]:
    """Return recall on the bad files and false alarms on the good ones; an error on a good file is a false alarm."""
    wrong = [file.path for file in setting.of(series, "fail")]
    right = [file.path for file in setting.of(series, "pass")]
    found = sum(answer.failed for answer in check_all(wrong, profile, procs=setting.procs))
    false = sum(not _clean(answer) for answer in check_all(right, profile, procs=setting.procs))
    told, alarms = beside(wrong, _found, wanted=setting.others), beside(right, _alarms, wanted=setting.others)
    return [
        Figure(f"{name} recall", targets[0], found, len(wrong), beside=told),
        Figure(f"{name} false alarms", targets[1], false, len(right), at_most=True, beside=alarms),
    ]


def _clean(answer: Answer) -> bool:
    """Return whether the file was checked and nothing was found."""
    return answer.contract.get("conforms") is True


def _found(said: Sequence[Said]) -> str:
    """Return another checker's recall."""
    return rate(sum(one.flagged for one in said), len(said))


def _alarms(said: Sequence[Said]) -> str:
    """Return another checker's false alarms: what ended without an answer counts against it too."""
    return rate(sum(one.flagged or bool(one.error) for one in said), len(said))


def _clause(file: Labelled) -> str:
    """Return the clause that a corpus file is about: ``UA1:7.1-9`` -> ``7.1-9``."""
    return file.rule.partition(":")[2]
