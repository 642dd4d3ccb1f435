"""The field that holds an author's steps."""

from typing import Any

from wagtail.fields import StreamField


class StepsField(StreamField):
    """A StreamField whose migrations do not list its blocks.

    A new question type changes no column; with the blocks in the migration each one would rebuild the whole
    table on SQLite.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Name the field and its options only."""
        name, path, _blocks, options = super().deconstruct()
        options.pop("block_lookup", None)
        return name, path, [[]], options
