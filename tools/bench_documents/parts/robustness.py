"""Every file of the set: how long it takes, whether it ends, how many cannot be checked."""

from collections import Counter
from collections.abc import Sequence

from accessibility.documents.limits import WALL_SECONDS
from tools.bench_documents.checker import check_all
from tools.bench_documents.figures import Figure, percentile
from tools.bench_documents.others import Said, beside
from tools.bench_documents.setting import Setting

#: Answers that say the checker itself went wrong; every other one is a judgement of the file.
UNCAUGHT = frozenset(("crashed", "bad_output", "internal_error", "output_too_large", "memory"))
#: Refused on purpose: these are answers, and the file needs none other.
ON_PURPOSE = frozenset(("macros", "encrypted"))


def measure(setting: Setting) -> list[Figure]:
    """Return timings, errors and the share that could not be checked, over all files of all formats."""
    paths = [file.path for file in setting.files]
    answers = check_all(paths, procs=setting.procs)
    times = [answer.seconds for answer in answers]
    errors = Counter(answer.error for answer in answers if answer.error)
    known = [answer for answer in answers if answer.error not in ON_PURPOSE]
    pdfs = [path for path in paths if path.suffix == ".pdf"]
    return [
        Figure("Time a file, median", 0.5, value=percentile(times, 0.5), unit=" s", at_most=True,
               beside=beside(pdfs, _told, wanted=setting.others), note="with the start of the sealed process"),
        Figure("Time a file, 95th percentile", 3, value=percentile(times, 0.95), unit=" s", at_most=True),
        Figure("Time a file, longest", WALL_SECONDS, value=max(times, default=0), unit=" s", at_most=True),
        Figure("Could not be checked", 0.04, sum(bool(a.error) for a in known), len(known), at_most=True,
               note=", ".join(f"{code} {count}" for code, count in errors.most_common()) or "none"),
        Figure("Uncaught errors", 0, sum(errors[code] for code in UNCAUGHT), len(answers), at_most=True),
    ]  # fmt: skip


def _told(said: Sequence[Said]) -> str:
    """Return another checker's timings on the PDF files, which are all that it reads."""
    times = [one.seconds for one in said]
    median, slow, errors = percentile(times, 0.5), percentile(times, 0.95), sum(bool(one.error) for one in said)
    return f"median {median:.2f} s, 95th percentile {slow:.2f} s, no answer {errors}/{len(said)} PDF files"
