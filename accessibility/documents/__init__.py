"""The document checker: a library of its own. Nothing in here imports Django, settings or models."""
