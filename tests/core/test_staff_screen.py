"""The frame of the staff's own screens."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.generic import View

from core.models import User
from core.staff_screen import StaffScreen


class Shelf(StaffScreen, View):
    page_title = "Shelf"
    page_subtitle = "Third"
    permission = "core.look_at_shelves"
    found = False

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.found = True

    def above(self):
        return [{"url": "/admin/hall/", "label": "Hall"}]

    def get(self, _request):
        assert self.found, "what it is about is found before it is shown"
        return HttpResponse("seen")


@pytest.fixture
def somebody(db):
    """An account without any right."""
    return User.objects.create_user("somebody")


def test_who_lacks_the_right_is_turned_away_whatever_they_ask(rf, somebody):
    for request in (rf.get("/"), rf.post("/")):
        request.user = somebody
        with pytest.raises(PermissionDenied):
            Shelf.as_view()(request)


def test_who_holds_it_is_let_in(rf):
    request = rf.get("/")
    request.user = User(is_superuser=True, is_active=True)
    assert Shelf.as_view()(request).content == b"seen"


def test_a_screen_that_names_no_right_is_for_superusers(rf, somebody):
    request = rf.get("/")
    request.user = somebody
    with pytest.raises(PermissionDenied):
        type("Bare", (StaffScreen, View), {}).as_view()(request)


def test_the_way_leads_from_home_over_what_lies_between_to_the_screen_with_its_name():
    trail = [(each["label"], each.get("sublabel", "")) for each in Shelf().get_breadcrumbs_items()]
    assert [(str(label), sub) for label, sub in trail] == [("Home", ""), ("Hall", ""), ("Shelf", "Third")]
