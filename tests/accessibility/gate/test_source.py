"""Routes to live in the sources of Wagtail and wagtail-localize: one that is new or gone fails here, and is looked at.

``tests/data/gate/routes.txt`` lists each file that can make something live, how often, and the row of the gate's table
that covers it. When this fails after an upgrade: read what changed, add a route to the tests beside this one if there
is one, then mend the list.
"""

import re
from importlib.util import find_spec
from pathlib import Path

LIST = Path(__file__).resolve().parents[2] / "data" / "gate" / "routes.txt"
#: What makes something live, or says that it went live.
MAKES_LIVE = re.compile(r"\.live = True|\blive=True|published\.send\(|\.publish\b|Publish\w*RevisionAction\(|keep_live")
PACKAGES = ("wagtail", "wagtail_localize")
NOT_SHIPPED = {"tests", "test", "migrations", "tests.py"}


def found():
    """Return file -> how often it makes something live."""
    counts = {}
    for package in PACKAGES:
        root = Path(find_spec(package).origin).parent
        for file in root.rglob("*.py"):
            name = file.relative_to(root)
            count = len(MAKES_LIVE.findall(file.read_text(encoding="utf-8")))
            if count and not NOT_SHIPPED & set(name.parts):
                counts[f"{package}/{name.as_posix()}"] = count
    return counts


def listed():
    rows = [
        line.split(maxsplit=2) for line in LIST.read_text(encoding="utf-8").splitlines() if line[:1] not in {"", "#"}
    ]
    return {name: int(count) for name, count, _route in rows}


def test_every_route_to_live_is_known():
    assert found() == listed()


def test_every_listed_file_names_its_route():
    rows = [
        line.split(maxsplit=2) for line in LIST.read_text(encoding="utf-8").splitlines() if line[:1] not in {"", "#"}
    ]
    assert all(re.match(r"(route \d+|reads)", route) for _name, _count, route in rows)
