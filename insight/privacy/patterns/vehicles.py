"""Number plates (DVLA): the present form, and older ones where a cue stands before them."""

from insight.privacy.recogniser import recogniser

# I and Q do not stand in the first letters, nor in the last three.
_NOW = r"[a-hj-pr-y]{2}\d{2}[\s-]?[a-hj-pr-z]{3}"
_OLD = r"[a-z]\d{1,3}[\s-]?[a-z]{3}|[a-z]{3}[\s-]?\d{1,3}[a-z]"
_CUE = r"\b(?:reg(?:istration)?|plates?|cars?|van|lorry|vehicle|motorbike|permit|truck|transit|taxi)\b[^\n.!?]{0,25}?\b"

ALL = (
    recogniser("vehicle", r"\b[A-HJ-PR-Y]{2}\d{2}[\s-]?[A-HJ-PR-Z]{3}\b", flags=0),
    recogniser("vehicle", r"\b[a-hj-pr-y]{2}\d{2}-?[a-hj-pr-z]{3}\b"),
    recogniser("vehicle", rf"{_CUE}({_NOW})\b", group=1),
    recogniser("vehicle", rf"{_CUE}({_OLD})\b", group=1),
)
