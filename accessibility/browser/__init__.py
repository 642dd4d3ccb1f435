"""A real browser for audits and tests.

Nothing is imported here: the browser's driver takes 8 MB, and a web process never opens a page.
"""
