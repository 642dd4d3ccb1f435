"""Tables: WCAG 1.3.1."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, Table
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule


@register_rule
class TableHeader(Rule):
    """A table says what its rows or columns are."""

    id = "table-header"
    criteria = ("1.3.1",)
    why = gettext_lazy("A screen reader says the heading of each cell. Without headings a table is a heap of numbers.")
    how = gettext_lazy("Make the first row or the first column the table's header.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield tables that have neither a header row nor a header column."""
        for table in content.all(Table):
            if table.rows and not table.has_header:
                yield Fault(table.place, _("This table has no header row and no header column."), table.text)


@register_rule
class ComplexTable(Rule):
    """A table is simple: no cell spans others, and none holds a table."""

    id = "table-complex"
    criteria = ("1.3.1",)
    level = "warn"
    why = gettext_lazy("Screen readers lose count in merged cells and in tables within tables.")
    how = gettext_lazy("Make two simple tables, or repeat the words in each cell.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield tables with merged cells or tables inside."""
        for table in content.all(Table):
            if table.nested:
                yield Fault(table.place, _("This table holds another table."), table.text)
            elif table.merged:
                yield Fault(table.place, _("This table has merged cells."), table.text)
