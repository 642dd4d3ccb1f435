"""The desk on a narrow screen and by keyboard: nothing is cut off, everything can be hit, Enter loses nothing."""

import pytest
from django.urls import reverse

from core.models import User
from tests.browser import log_in
from translation.desk.segments import sentences
from translation.desk.write import save_words

OUTSIDE = """() => [...document.querySelectorAll("#desk *")]
    .filter((each) => each.getBoundingClientRect().right > 320).map((each) => each.outerHTML.slice(0, 80))"""
SMALL = """() => [...document.querySelectorAll("#desk summary")]
    .filter((each) => each.getBoundingClientRect().height < 24).length"""


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_desk_at_320_pixels_and_by_keyboard(built, live_server, chromium_browser, begun):
    boss = User.objects.create_superuser("boss", password="a long sentence of words")
    translation = begun("pl")
    for text in ("a" * 200, "Zadzwoń w ciągu 5 dni."):
        save_words(translation, {each.pk: text for each in sentences(translation) if each.path == "summary"}, {}, None)
    with chromium_browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        log_in(page, live_server.url, boss.username, "a long sentence of words")
        page.goto(live_server.url + reverse("translation_edit", args=[translation.uuid]))
        page.evaluate("document.querySelectorAll('#desk details').forEach((each) => each.open = true)")
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(SMALL) == 0
        why = page.locator("[name^=reason-]").first
        why.fill("Agreed")
        why.press("Enter")
        assert why.input_value() == "Agreed\n"
