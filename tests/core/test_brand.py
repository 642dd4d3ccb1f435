"""The brand: checked for contrast, served as one stylesheet that any cache may keep."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.models import Site

from core.brand.contrast import FIXED, contrast, darkened
from core.brand.stylesheet import stylesheet
from core.models import BrandSettings

STYLES = Path(settings.BASE_DIR, "assets", "styles")


@pytest.fixture
def brand(home):
    return BrandSettings.objects.create(site=Site.objects.get(), council_name="Anytown Council", mark="A")


def errors_of(brand):
    with pytest.raises(ValidationError) as caught:
        brand.full_clean()
    return caught.value.message_dict


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_darkened_mixes_with_black():
    assert darkened("#00703c", 0) == "#00703c"
    assert darkened("#ff8040", 0.5) == "#804020"


def test_the_demo_brand_passes_its_own_check(brand):
    brand.full_clean()


def test_pale_links_are_refused_with_both_colours_the_ratio_and_what_to_do(brand):
    brand.brand = "#7799CC"
    messages = errors_of(brand)["brand"]
    assert messages[0] == (
        "“main colour” (#7799cc) on “white” (#ffffff) reaches 2.9 to 1. Text needs 4.5 to 1. Make this colour darker."
    )


def test_white_words_on_a_pale_button_blame_the_button(brand):
    brand.go = "#7fd6a5"
    assert any("“white” (#ffffff) on “go” (#7fd6a5)" in message for message in errors_of(brand)["go"])


def test_a_focus_ring_that_cannot_be_seen_is_refused(brand):
    brand.gold = "#101a30"
    messages = errors_of(brand)
    assert any("Edges and rings need 3 to 1. Make this colour" in message for message in messages["gold"])


def test_a_dark_tint_under_grey_text_blames_the_tint(brand):
    brand.tint = "#8090a8"
    assert any("“grey text”" in message and "lighter" in message for message in errors_of(brand)["tint"])


def test_a_ratio_just_short_is_not_rounded_up(brand):
    brand.alert = "#777777"
    assert any("reaches 4.4 to 1" in message for message in errors_of(brand)["alert"])


def test_what_is_no_colour_says_how_to_write_one(brand):
    brand.ink = "navy; }"
    assert errors_of(brand)["ink"] == ["Write the colour as # and six of 0 to 9 or a to f, like #0b3d91."]


def test_fixed_colours_are_those_of_the_stylesheets():
    sass = "".join(path.read_text() for path in STYLES.glob("*.scss"))
    for name in ("soft", "line", "blush"):
        assert f"--wm-{name}: {FIXED[name]};" in sass
    assert f'"link-visited": {FIXED["visited"]},' in sass


def test_defaults_of_sass_and_of_the_brand_agree():
    tokens = dict(re.findall(r"--wm-([a-z]+): (#[0-9a-f]{6});", (STYLES / "_tokens.scss").read_text()))
    brand = BrandSettings()
    assert {name: tokens[name] for name in brand.COLOURS} == {name: getattr(brand, name) for name in brand.COLOURS}


def test_sheet_is_kept_for_ever_under_its_name_and_sets_no_cookie(client, brand):
    address = re.search(rb'href="(/brand/[0-9a-f]+\.css)"', client.get("/").content)[1].decode()
    response = client.get(address)
    assert response["Content-Type"] == "text/css"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Cookie" not in response["Vary"]
    assert not response.cookies
    assert "--wm-brand:#0b3d91" in response.content.decode()


def test_an_old_name_gets_todays_colours_for_a_minute(client, brand):
    old = client.get("/").content
    brand.go = "#005a30"
    brand.save()
    new = client.get("/").content
    name = re.search(rb"/brand/[0-9a-f]+\.css", old)[0]
    assert name not in new
    response = client.get(name.decode())
    assert "--wm-go:#005a30" in response.content.decode()
    assert response["Cache-Control"] == "public, max-age=60"


def test_save_data_leaves_the_typeface_out_and_pages_do_not_vary(client, brand):
    address = re.search(rb"/brand/[0-9a-f]+\.css", client.get("/").content)[0].decode()
    whole, saving = client.get(address), client.get(address, headers={"save-data": "on"})
    assert "woff2" in whole.content.decode()
    assert "woff2" not in saving.content.decode()
    assert "Save-Data" in saving["Vary"]
    assert "Save-Data" in whole["Vary"]
    assert "Save-Data" not in client.get("/").get("Vary", "")


def test_arial_loads_nothing(brand):
    brand.typeface = BrandSettings.Typeface.ARIAL
    assert "@font-face" not in stylesheet(brand)


def test_icon_escapes_the_mark(client, brand):
    brand.mark = "<&"
    brand.save()
    address = re.search(rb"/brand/[0-9a-f]+\.svg", client.get("/").content)[0].decode()
    response = client.get(address)
    assert response["Content-Type"] == "image/svg+xml"
    assert "&lt;&amp;</text>" in response.content.decode()


def test_reading_never_writes_a_brand(client, home):
    client.get("/")
    assert not BrandSettings.objects.exists()


def test_an_editor_of_settings_sees_the_messages(admin_client, brand):
    address = f"/admin/settings/core/brandsettings/{brand.site_id}/"
    assert admin_client.get(address).status_code == 200
    form = {name: getattr(brand, name) for name in (*brand.COLOURS, "council_name", "mark", "typeface")}
    formset = {f"footer_links-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    formset["footer_links-MAX_NUM_FORMS"] = 1000
    response = admin_client.post(address, {**form, **formset, "brand": "#7799cc"})
    assert "Make this colour darker." in response.content.decode()
    brand.refresh_from_db()
    assert brand.brand == "#0b3d91"
