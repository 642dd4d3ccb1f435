"""Languages: what is truly translated, how readers switch, how translators work, and the demo's translations."""
