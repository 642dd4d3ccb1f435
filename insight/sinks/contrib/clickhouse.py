"""ClickHouse over its HTTP interface: one INSERT a batch, one row an event.

The table is made once by whoever runs ClickHouse; ``docs/insight.md`` shows it. A batch that is sent twice is stored
once: by ``insert_deduplication_token`` where the table keeps a deduplication window, and by ReplacingMergeTree on
source and id in any case.
"""

import json
from urllib.parse import urlencode

from core.services import Outcome
from insight.sinks.base import Batch, InsightSink
from insight.sinks.contrib.http import post


class ClickHouseSink(InsightSink):
    """``options``: ``url``, ``table``, ``user`` and ``password``."""

    def send(self, batch: Batch) -> Outcome:
        """Insert the batch as JSONEachRow."""
        query = {
            "query": f"INSERT INTO {self.options.get('table', 'insight_events')} FORMAT JSONEachRow",
            "insert_deduplication_token": batch.key,
            "date_time_input_format": "best_effort",
        }
        rows = ({**event, "data": json.dumps(event["data"], ensure_ascii=False)} for event in batch.events)
        body = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
        headers = {
            "Content-Type": "application/x-ndjson",
            "X-ClickHouse-User": self.options.get("user", "default"),
            "X-ClickHouse-Key": self.options.get("password", ""),
        }
        return post(f"{self.options['url']}?{urlencode(query)}", body, headers)
