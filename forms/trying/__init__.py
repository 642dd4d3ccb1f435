"""Before a form goes live: its author walks through the draft, sees its paths, and compares its versions."""
