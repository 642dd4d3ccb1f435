"""``make sentiment-model``: train the model that comes with the product, and write its coefficients.

The health comments (MIT) are read from ``WAYMARK_BENCH_DATA``; of them only coefficients are kept.
"""

import sys

from insight.sentiment.model import FILE, write
from tools.bench_insight.comments import HEALTH, council, health
from tools.bench_insight.learning import make


def main() -> int:
    """Write ``insight/sentiment/model.json``; return 1 without the comments."""
    if not HEALTH.is_file():
        print(f"{HEALTH} is not there: name the folder of the comments in WAYMARK_BENCH_DATA.", file=sys.stderr)
        return 1
    model = make(health(), council())
    write(model, FILE)
    print(f"{FILE.name}: {FILE.stat().st_size / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
