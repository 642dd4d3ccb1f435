"""Turn a piece of tagged content into an artifact (ISO 32000-1, 14.8.2.2)."""

from typing import Any

import pikepdf

from accessibility.documents.base import Refused

MAX_INSTRUCTIONS = 200_000


def make_artifact(pdf: pikepdf.Pdf, page: Any, number: int) -> None:
    """Rewrite the mark of the content ``number`` (MCID) of a page, and take its tag out of the page's parent tree.

    Raises :class:`Refused` when the page does not hold that mark exactly once.
    """
    instructions = list(pikepdf.parse_content_stream(page))
    if len(instructions) > MAX_INSTRUCTIONS:
        raise Refused("no_mend")
    hits = [index for index, row in enumerate(instructions) if _marks(row, number)]
    if len(hits) != 1:
        raise Refused("no_mend")
    artifact = pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
    instructions[hits[0]] = artifact
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
    _disown(pdf, page.get("/StructParents"), number)


def _marks(row: Any, number: int) -> bool:
    """Return whether an instruction begins the marked content of a number."""
    if str(row.operator) != "BDC" or len(row.operands) != 2:
        return False
    properties = row.operands[1]
    return isinstance(properties, pikepdf.Dictionary) and properties.get("/MCID") == number


def _disown(pdf: pikepdf.Pdf, key: Any, number: int) -> None:
    """Empty the place of a piece of content in the parent tree, so that nothing claims it."""
    if not isinstance(key, int) or "/ParentTree" not in pdf.Root.StructTreeRoot:
        return
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    owners = tree.get(key)
    if isinstance(owners, pikepdf.Array) and number < len(owners):
        owners[number] = None
