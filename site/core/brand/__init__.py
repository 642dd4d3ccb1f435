"""A council's name, colours and typeface: settings, not code."""
