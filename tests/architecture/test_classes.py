"""Wagtail's style sheet holds only the classes that Wagtail itself uses: any other of that look does nothing."""

import re
from pathlib import Path

import wagtail

ROOT = Path(__file__).resolve().parents[2]
STYLES = Path(wagtail.__file__).parent / "admin/static/wagtailadmin/css"
CLASS = re.compile(r'class="([^"]*)"')
#: Names by which Wagtail's scripts find a part; no style belongs to them.
FOUND_BY_SCRIPTS = {"w-content-checker"}


def known():
    """The classes of Wagtail's style sheets, without the backslashes that CSS wants before colons and dots."""
    css = "".join(file.read_text() for file in STYLES.rglob("*.css"))
    return {name.replace("\\", "") for name in re.findall(r"\.(w-(?:\\.|[\w-])+)", css)}


def test_every_class_of_wagtail_that_our_screens_name_is_there():
    names = known()
    assert "w-inline-block" in names
    missing = {
        (name, str(file.relative_to(ROOT)))
        for file in (ROOT / "templates").rglob("*.html")
        for written in CLASS.findall(re.sub(r"{%.*?%}", " ", file.read_text()))
        for name in written.split()
        if name.startswith("w-") and name not in names | FOUND_BY_SCRIPTS
    }
    assert missing == set()
