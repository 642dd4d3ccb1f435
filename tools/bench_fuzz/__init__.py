"""``make bench-fuzz``: thousands of damaged files against the sealed process: nothing escapes, nothing hangs."""
