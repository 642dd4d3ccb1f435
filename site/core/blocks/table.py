"""Tables that a screen reader can walk.

Built on Wagtail's TypedTableBlock, not on TableBlock: its headings are data of their own instead of a first row
that may or may not be one, it has no merged cells, and its editor works by keyboard. wagtail-localize knows
neither of the two, so the strings are handed over here.
"""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockValidationError
from wagtail_localize.segments import StringSegmentValue


class CellsBlock(TypedTableBlock):
    """Caption, column headings and cells, all of them text."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    number = blocks.CharBlock(label=_("Number or amount"), required=False)

    def clean(self, value: TypedTable) -> TypedTable:
        """Refuse a table without caption, rows or column headings (WCAG 1.3.1)."""
        cleaned = super().clean(value)
        problems = []
        if not cleaned.caption.strip():
            problems.append(ValidationError(_("Write a caption: it says what the table is about.")))
        if not cleaned.columns or not cleaned.row_data:
            problems.append(ValidationError(_("Add at least one column and one row.")))
        if not all(column["heading"].strip() for column in cleaned.columns):
            problems.append(ValidationError(_("Write a heading for every column.")))
        if problems:
            raise TypedTableBlockValidationError(non_block_errors=problems)
        return cleaned

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """Return caption, headings and cells for translators. Numbers go too: they may need another format."""
        return [StringSegmentValue(path, text) for path, text in _strings(value) if text]

    def restore_translated_segments(self, value: TypedTable, segments: list[StringSegmentValue]) -> TypedTable:
        """Return a table with the translated strings, and the source's where there is none."""
        words = {segment.path: segment.render_text() for segment in segments}
        columns = [
            {**column, "heading": words.get(f"heading-{index}", column["heading"])}
            for index, column in enumerate(value.columns)
        ]
        rows = [
            {"values": [words.get(f"cell-{row}-{index}", text) for index, text in enumerate(cells["values"])]}
            for row, cells in enumerate(value.row_data)
        ]
        return TypedTable(columns=columns, row_data=rows, caption=words.get("caption", value.caption))


class TableBlock(blocks.StructBlock):
    """A table with a caption and headings."""

    cells = CellsBlock(label=_("Table"))
    first_column_names_rows = blocks.BooleanBlock(
        label=_("The first column names the rows"),
        required=False,
        default=True,
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.jinja"


def _strings(table: TypedTable) -> Iterator[tuple[str, str]]:
    """Yield every string of a table with the path that finds it again."""
    yield "caption", table.caption
    for index, column in enumerate(table.columns):
        yield f"heading-{index}", column["heading"]
    for row, cells in enumerate(table.row_data):
        for index, text in enumerate(cells["values"]):
            yield f"cell-{row}-{index}", text or ""
