"""The screens on which editors learn from searches, and teach the search."""
