"""``python -m accessibility``."""

import sys

from accessibility.cli import main

sys.exit(main())
