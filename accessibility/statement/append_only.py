"""The database itself keeps what was signed; only the link to a contact form that is deleted may be emptied."""

from core.services import AppendOnlyTable

SIGNED = AppendOnlyTable(
    "accessibility_statementversion",
    "statement",
    "signed statements are append-only",
    columns=(
        *("id", "number", "status", "burden", "out_of_scope", "plans", "testing", "evidence"),
        *("role", "signed_by_id", "signed_at", "review_on"),
    ),
)
