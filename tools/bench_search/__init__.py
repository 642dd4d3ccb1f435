"""``python -m tools.bench_search quality|speed``: search on the 978 services of the Local Government Service List.

It runs on the database that WAYMARK_TEST_DATABASE names (see tests/servers), else on SQLite, in a database of its own.
"""
