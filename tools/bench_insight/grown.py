"""Ten million events and their roll-ups, made by the database itself: two years of 400 pages and 40 forms."""

from django.db import connection

_NUMBERS = {
    "sqlite": "WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < {n})",
    "postgresql": "WITH numbers AS (SELECT i FROM generate_series(0::bigint, {n} - 1) AS i)",
}
_DAY = {"sqlite": "date('now', '-' || back || ' days')", "postgresql": "(current_date - back::int)"}
_TIME = {
    "sqlite": "datetime('now', '-' || back || ' days')", "postgresql": "(now() - make_interval(days => back::int))",
}  # fmt: skip
_JSON = {"sqlite": "{}", "postgresql": "CAST({} AS jsonb)"}

#: What an event is, by a number from 0 to 9: half rate a page, the rest go through forms, call, or search.
_MADE = """, raw AS (
  SELECT i, (i * 7919) % 760 AS back, (i / 760) % 10 AS what, (i * 31 + i / 7600) % 400 AS page,
         (i * 17 + i / 7600) % 40 AS form, i % 5 + 1 AS value FROM numbers
), made AS (
  SELECT i, back,
    CASE WHEN what < 5 THEN 'page:' || page WHEN what < 9 THEN 'form:form-' || form || ':1' ELSE 'search:site' END
      AS subject,
    CASE WHEN what < 5 THEN 'service-' || (page % 12) WHEN what = 8 THEN 'service-' || (form % 12) ELSE '' END
      AS service,
    CASE WHEN what < 5 THEN 'page-' || page ELSE '' END AS page,
    CASE WHEN what = 8 AND value = 1 THEN 'phone' ELSE 'web' END AS channel,
    CASE WHEN i % 20 = 0 THEN 'pl' ELSE 'en' END AS locale,
    CASE WHEN what < 5 THEN 'page-useful/1' WHEN what = 5 THEN 'form.started'
         WHEN what = 6 THEN 'form.step:step-' || (value % 4) WHEN what = 7 THEN 'form.completed'
         WHEN what = 8 THEN 'form-end/1' WHEN value = 1 THEN 'search.nothing-found' ELSE 'search' END AS question,
    CASE WHEN what < 5 THEN 1 + (value > 2){int} WHEN what = 8 THEN value ELSE 0 END AS value
  FROM raw
)"""


def grow(events: int) -> None:
    """Add ``events`` events and the roll-ups that they would have left."""
    vendor = connection.vendor
    start = _NUMBERS[vendor].format(n=events) + _MADE.replace("{int}", "::int" if vendor == "postgresql" else "")
    json = _JSON[vendor].format("""'{"value": ' || value || ', "channel": "' || channel || '"}'""")
    counts = ", ".join(f"sum(CASE WHEN value = {step} THEN 1 ELSE 0 END)" for step in range(1, 6))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO insight_dailyrollup (day, subject, service, page, channel, locale, question, standing, n, "  # noqa: S608 - constants
            f"r1, r2, r3, r4, r5) {start} SELECT {_DAY[vendor]}, subject, service, page, channel, locale, question, "
            f"'counted', count(*), {counts} FROM made GROUP BY 1, 2, 3, 4, 5, 6, 7"
        )
        cursor.execute(
            "INSERT INTO insight_event (event_id, source, type, time, subject, dataschema, standing, service, data) "  # noqa: S608 - constants
            f"{start} SELECT 'e' || i, '/bench', question, {_TIME[vendor]}, subject, '', 'counted', service, {json} "
            "FROM made"
        )
        cursor.execute("ANALYZE")
