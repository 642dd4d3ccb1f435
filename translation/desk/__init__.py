"""The translators' desk: what waits, and the English beside its translation."""
