"""Pictures are drawn anew: what hides in them, such as the place where a photograph was taken, is gone."""

from io import BytesIO
from typing import IO

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
MAX_PIXELS = 50_000_000


class UnreadablePictureError(ValueError):
    """The file is not a picture that can be drawn anew."""


def redraw(file: IO[bytes], extension: str) -> IO[bytes]:
    """Return the picture without metadata, the right way up. Raises :class:`UnreadablePictureError`."""
    file.seek(0)
    try:
        with Image.open(file, formats=list(FORMATS.values())) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise UnreadablePictureError
            upright = ImageOps.exif_transpose(picture)
            upright.info = {key: value for key, value in upright.info.items() if key in ("transparency", "gamma")}
            clean = BytesIO()
            upright.save(clean, format=FORMATS[extension], quality=90)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError, SyntaxError) as error:
        raise UnreadablePictureError from error
    clean.seek(0)
    return clean
