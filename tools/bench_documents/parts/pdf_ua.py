"""PDF/UA-1 and PDF/UA-2 on veraPDF's corpus: each file shows one clause kept or broken."""

from collections.abc import Sequence

from accessibility.documents.base import Profile
from tools.bench_documents.checker import Answer, check_all
from tools.bench_documents.figures import Figure, rate
from tools.bench_documents.labels import Labelled
from tools.bench_documents.others import Said, beside
from tools.bench_documents.setting import Setting


def part_one(setting: Setting) -> list[Figure]:
    """Return recall, false alarms and the share with the right clause under ``ua1``."""
    bad, good = setting.of("vera-ua1", "fail"), setting.of("vera-ua1", "pass")
    answers = check_all([file.path for file in bad], Profile.UA1, procs=setting.procs)
    figures = _recall("PDF/UA-1", (0.99, 0.01), Profile.UA1, setting, bad=bad, good=good)
    found = [(file, answer) for file, answer in zip(bad, answers, strict=True) if answer.failed]
    right = sum(_clause(file) in answer.values("clause") for file, answer in found)
    return [*figures, Figure("PDF/UA-1 right clause among those found", 0.95, right, len(found))]


def own_rules(setting: Setting) -> list[Figure]:
    """Return the same without the engine: what stays should it ever be given up."""
    bad, good = setting.of("vera-ua1", "fail"), setting.of("vera-ua1", "pass")
    alone = Setting(setting.files, setting.procs, others=False)
    return _recall("PDF/UA-1 by rules of our own", (0.85, 0.03), Profile.UA1_OWN, alone, bad=bad, good=good)


def part_two(setting: Setting) -> list[Figure]:
    """Return recall and false alarms under ``ua2``; of the others only veraPDF knows part 2, which has no wheel."""
    bad, good = setting.of("vera-ua2", "fail"), setting.of("vera-ua2", "pass")
    return _recall("PDF/UA-2", (0.60, 0.05), Profile.UA2, setting, bad=bad, good=good)


def _recall(
    name: str,
    targets: tuple[float, float],
    profile: Profile,
    setting: Setting,
    bad: list[Labelled],
    good: list[Labelled],
) -> list[Figure]:
    """Return recall on the bad files and false alarms on the good ones; an error on a good file is a false alarm."""
    wrong, right = [file.path for file in bad], [file.path for file in good]
    found = _flagged(check_all(wrong, profile, procs=setting.procs))
    false = sum(not _clean(answer) for answer in check_all(right, profile, procs=setting.procs))
    return [
        Figure(
            f"{name} recall", targets[0], found, len(bad), beside=beside(wrong, _Told(bad=True), wanted=setting.others)
        ),
        Figure(
            f"{name} false alarms", targets[1], false, len(good), at_most=True,
            beside=beside(right, _Told(bad=False), wanted=setting.others),
        ),
    ]  # fmt: skip


def _flagged(answers: Sequence[Answer]) -> int:
    """Return how many failed."""
    return sum(answer.failed for answer in answers)


def _clean(answer: Answer) -> bool:
    """Return whether the file was checked and nothing was found."""
    return answer.contract.get("conforms") is True


class _Told:
    """Another checker's flagged share; on good files what ended without an answer counts against it too."""

    def __init__(self, *, bad: bool) -> None:
        self.bad = bad

    def __call__(self, said: Sequence[Said]) -> str:
        """Return the share in words."""
        return rate(sum(one.flagged or (not self.bad and bool(one.error)) for one in said), len(said))


def _clause(file: Labelled) -> str:
    """Return the clause that a corpus file is about: ``UA1:7.1-9`` -> ``7.1-9``."""
    return file.rule.partition(":")[2]
