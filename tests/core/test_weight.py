"""What a first view weighs, from the files that the build really makes."""

import gzip
import re

import pytest

KILOBYTE = 1024


def weight(*content):
    return sum(len(gzip.compress(part, 9)) for part in content)


def test_styles_and_script_fit_in_22_kilobytes(built):
    sheets = [(built / name).read_bytes() for name in ("site.css", "site.js")]
    assert weight(*sheets) <= 22 * KILOBYTE
    assert weight((built / "site-rtl.css").read_bytes(), sheets[1]) <= 22 * KILOBYTE


@pytest.mark.django_db
def test_a_first_view_fits_in_30_kilobytes(built, client, home, settings):
    settings.ROOT_URLCONF = "tests.core.specimen.urls"
    html = client.get("/specimen/service/").content
    brand = client.get(re.search(rb"/brand/[0-9a-f]+\.css", html)[0].decode()).content
    total = weight(html, brand, (built / "site.css").read_bytes(), (built / "site.js").read_bytes())
    assert total <= 30 * KILOBYTE


def test_the_typeface_fits_in_35_kilobytes(built):
    assert sum(path.stat().st_size for path in (built / "fonts").iterdir()) <= 35 * KILOBYTE


def test_the_sheet_asks_no_other_site_for_anything_and_has_no_crown(built):
    css = (built / "site.css").read_text()
    assert re.findall(r"url\((?!data:)[^)]*\)|@import[^;]*", css) == []
    assert "GDS Transport" not in css
    assert "crest" not in css
    assert "crown" not in css


def test_the_right_to_left_twin_is_turned_round(built):
    left, right = (built / "site.css").read_text(), (built / "site-rtl.css").read_text()
    rule = re.compile(r"\.govuk-inset-text\{[^}]*border-(left|right):")
    assert rule.search(left)[1] == "left"
    assert rule.search(right)[1] == "right"
