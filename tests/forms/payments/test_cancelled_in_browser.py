"""What is said of the money, to residents and to staff, in a real browser: by keyboard, narrow and wide, axe clean."""

import pytest

from core.models import User
from forms.bookings.changes import cancel
from forms.bookings.links import booking_url
from forms.models import Booking
from tests.browser import audit, follow, log_in
from tests.forms.payments.test_with_a_booking import case, collection, payer  # noqa: F401 - fixtures
from tests.forms.test_accessibility import check, tab  # noqa: F401 - fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_what_residents_read_of_the_money_is_clean(case, tab):  # noqa: F811 - fixtures
    tab.goto(tab.base + booking_url(Booking.objects.get(), "cancel-booking"))
    assert "You paid £25." in tab.locator("#money-1").inner_text()
    check(tab)
    tab.get_by_role("button", name="Yes, cancel it").focus()
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert "We have told our staff." in tab.locator("#money-1").inner_text()
    check(tab)


def test_staff_read_it_on_the_case_and_deal_with_it(case, live_server, chromium_browser, monkeypatch):  # noqa: F811 - fixture
    # Wagtail's badge of new menu items pings for 25 seconds; nothing that is looked at here fades in.
    monkeypatch.setattr("tests.browser.settle", lambda _page: None)
    cancel(Booking.objects.get())
    User.objects.create_superuser("boss", "boss@example.org", "x")
    window = chromium_browser.new_context(viewport={"width": 1280, "height": 800})
    desk = window.new_page()
    log_in(desk, live_server.url, "boss", "x")
    desk.goto(f"{live_server.url}/admin/requests/{case.pk}/")
    assert "A refund may be due" in desk.locator("main").inner_text()
    assert audit(desk) == []
    follow(desk.get_by_role("link", name="Go to the payment"))
    assert audit(desk) == []
    follow(desk.get_by_role("button", name="It is dealt with"))
    assert "A refund may be due" not in desk.locator("main").inner_text()
    window.close()
