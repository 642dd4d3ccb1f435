"""PDF pages with text of one colour on a ground of another. Ratios by WCAG 2.1's formula; 4.5 is asked, 3 when large.

Large is 18 pt and more. Each row: colour of the text, colour of the ground (hexadecimal RGB), size in points.
"""

from io import BytesIO

import pikepdf

Look = tuple[str, str, int]

POOR: tuple[Look, ...] = (
    ("999999", "ffffff", 12),  # 2.85
    ("cccccc", "ffffff", 12),  # 1.61
    ("ff0000", "ffffff", 11),  # 4.00
    ("777777", "eeeeee", 12),  # 3.85
    ("ffffff", "ffa500", 14),  # 1.97
    ("00a000", "c0ffc0", 12),  # 3.0
    ("b0b0b0", "ffffff", 24),  # 2.17, large
    ("0000ff", "202020", 12),  # 1.9
)
GOOD: tuple[Look, ...] = (
    ("000000", "ffffff", 12),  # 21
    ("595959", "ffffff", 11),  # 7.0
    ("767676", "ffffff", 12),  # 4.54
    ("ffffff", "00703c", 12),  # 6.2
    ("ffffff", "1d70b8", 12),  # 5.2
    ("888888", "ffffff", 24),  # 3.54, large
    ("d4351c", "ffffff", 12),  # 4.86
    ("ffff00", "202020", 12),  # 15
)


def _rgb(colour: str) -> str:
    """Return a colour as the operands of ``rg``."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4f}" for place in (0, 2, 4))


def page(text: str, ground: str, size: int) -> bytes:
    """Return a page with a painted ground and three lines of text in Helvetica."""
    lines = "".join(f"1 0 0 1 60 {700 - 2 * size * row} Tm (Collection of bins in Oxford) Tj " for row in range(3))
    content = f"{_rgb(ground)} rg 0 0 595 842 re f BT /F1 {size} Tf {_rgb(text)} rg {lines} ET"
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    with pikepdf.new() as file:
        sheet = file.add_blank_page(page_size=(595, 842))
        sheet.Contents = file.make_stream(content.encode())
        sheet.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        stream = BytesIO()
        file.save(stream)
    return stream.getvalue()
