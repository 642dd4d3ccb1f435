"""Bring the pages of an existing site in as drafts, with redirects and a list of what each still needs."""
