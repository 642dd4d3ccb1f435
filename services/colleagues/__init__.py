"""Staff only: names, roles and what each deals with, kept current by import."""
