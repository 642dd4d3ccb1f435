"""OpenDocument text against LibreOffice's own checker: its issue ids on its own test documents."""

from tools.bench_documents.checker import check_all
from tools.bench_documents.figures import Figure
from tools.bench_documents.labels import Labelled
from tools.bench_documents.setting import Setting


def measure(setting: Setting) -> list[Figure]:
    """Return the share of LibreOffice's issue ids that we report too, the worst file, and false blocks."""
    bad = setting.of("lo-a11y", "fail")
    clean = [file for file in setting.of("w3c", "pass") if file.suffix == "odt"]
    answers = check_all([file.path for file in bad], procs=setting.procs)
    hits = [(len(_ids(f) & a.values("id")), len(_ids(f))) for f, a in zip(bad, answers, strict=True)]
    blocked = sum(answer.failed for answer in check_all([file.path for file in clean], procs=setting.procs))
    return [
        Figure("ODT: LibreOffice's issue ids found", 0.95, sum(h for h, _ in hits), sum(t for _, t in hits)),
        Figure("ODT: files with at least 0.95 of the ids", 0.95, sum(h >= 0.95 * t for h, t in hits), len(hits)),
        Figure(
            "ODT: clean public files that fail", 0, blocked, len(clean), at_most=True,
            note="no clean ODT of LibreOffice's is public here; made ones are in the part odt-mutants",
        ),
    ]  # fmt: skip


def _ids(file: Labelled) -> set[str]:
    """Return LibreOffice's ids: ``LO:2:TEXT_TABSx1;HEADING_STARTx1`` -> both names."""
    return {entry.rpartition("x")[0] for entry in file.rule.split(":", 2)[2].split(";")}
