"""``make bench-languages``: the quality checks on real catalogues with seeded faults; every address, every language."""
