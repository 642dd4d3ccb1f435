"""A PDF that can be edited and written back as it was, but for the edit."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf


class PdfFile:
    """``pdf`` is the opened file. ``permissions``: lock it with these when it is written."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises pikepdf.PdfError when it cannot be read."""
        self.pdf = pikepdf.open(BytesIO(data))
        self.permissions: pikepdf.Permissions | None = None

    def tags(self, *names: str) -> Iterator[Any]:
        """Yield the structure elements of these types, each once, in the order of the file's objects."""
        wanted = {f"/{name}" for name in names}
        for thing in self.pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and str(thing.get("/S", "")) in wanted and "/P" in thing:
                yield thing

    def annotations(self, kind: str) -> Iterator[tuple[Any, Any]]:
        """Yield page and annotation of one subtype."""
        for page in self.pdf.pages:
            for one in page.get("/Annots", []):
                if str(one.get("/Subtype", "")) == f"/{kind}":
                    yield page, one

    def pack(self) -> bytes:
        """Return the file; the metadata stream stays as it is, which pikepdf would write anew."""
        file = BytesIO()
        # The library sets the bit for assistive technology in every newer kind of encryption.
        lock = self.permissions and pikepdf.Encryption(
            owner="o", user="", R=3, aes=False, metadata=False, allow=self.permissions
        )
        self.pdf.save(file, encryption=lock or False, fix_metadata_version=False)
        return file.getvalue()
