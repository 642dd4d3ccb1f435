"""``make bench-documents``: the checker against labelled, made, mutated and real files, beside other checkers."""
