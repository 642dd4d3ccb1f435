"""A PDF that can be changed and written again; what is drawn on its pages stays as it is."""

from io import BytesIO
from typing import Any

import pikepdf

from accessibility.documents.base import Refused
from accessibility.documents.pdf.annotations import read_fields
from accessibility.documents.pdf.opened import OpenedPdf
from accessibility.documents.pdf.strings import name_of

_SIGNATURES_EXIST = 1


class EditablePdf(OpenedPdf):
    """Reads as the checks do. A signed or locked file is refused: the signature would break, the lock would go."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        if self.pdf.is_encrypted:
            raise Refused("locked")
        if _is_signed(self.root):
            raise Refused("signed")

    def written(self) -> bytes:
        """Return the file with its streams as they were."""
        stream = BytesIO()
        try:
            self.pdf.save(
                stream,
                compress_streams=True,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.preserve,
                deterministic_id=True,
            )
        except (pikepdf.PdfError, ValueError, RuntimeError) as error:
            raise Refused("damaged") from error
        return stream.getvalue()


def _is_signed(root: Any) -> bool:
    """Return whether somebody signed or certified the file (ISO 32000-1, 12.7.2 and 12.8)."""
    form = root.get("/AcroForm")
    flags = form.get("/SigFlags", 0) if isinstance(form, pikepdf.Dictionary) else 0
    if "/Perms" in root or (isinstance(flags, int) and flags & _SIGNATURES_EXIST):
        return True
    return any(name_of(field.get("/FT")) == "Sig" and "/V" in field for field in read_fields(root))
