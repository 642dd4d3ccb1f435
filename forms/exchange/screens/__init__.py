"""The admin screen: upload a definition or a form document, and read what became of it."""
