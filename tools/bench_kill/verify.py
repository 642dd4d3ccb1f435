"""Compare what residents were told with what the database has: ``python -m tools.bench_kill.verify RECEIPTS``."""

import json
import sys
from collections import Counter
from pathlib import Path

import django


def main() -> None:
    """Print the counts as one line of JSON."""
    django.setup()
    from django.core import signing

    from forms.delivery.receipt import SALT
    from forms.models import Delivery, Submission

    tokens = json.loads(Path(sys.argv[1]).read_text())
    told = [signing.loads(token, salt=SALT) for token in tokens]
    rows = dict(Submission.objects.values_list("pk", "reference"))
    stored = {str(pk) for pk in rows}
    references = Counter(rows.values())
    print(
        json.dumps(
            {
                "stored": len(rows),
                "lost": len(set(told) - stored),
                "acknowledged_twice": len(told) - len(set(told)),
                "not_acknowledged": len(stored - set(told)),
                "duplicated_references": sum(count > 1 for count in references.values()),
                "undelivered": Delivery.objects.filter(delivered_at=None).count(),
            }
        )
    )


if __name__ == "__main__":
    main()
