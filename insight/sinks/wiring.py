"""The kinds of sink that come with the product, the job that feeds them, and their outbox."""

from datetime import timedelta

from core.services import register_job, register_outbox
from insight.models import SinkBatch
from insight.sinks.contrib.clickhouse import ClickHouseSink
from insight.sinks.contrib.http import HttpSink
from insight.sinks.feed import deliver, feed
from insight.sinks.registry import register_sink


def connect() -> None:
    """Called once, from ``AppConfig.ready()``."""
    register_sink("http", HttpSink)
    register_sink("clickhouse", ClickHouseSink)
    register_job("insight.feed", timedelta(minutes=1), feed)
    register_outbox(SinkBatch, deliver)
