"""``make bench-insight``: every figure that the insight room promises, measured, beside what it is compared with."""
