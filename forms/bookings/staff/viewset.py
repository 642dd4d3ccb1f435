"""Calendars in the admin: Wagtail's screens, and one of our own for times, closed days and bookings."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from forms.bookings.staff import views
from forms.kept import KeepUsed
from forms.models import Resource


class ResourceViewSet(ModelViewSet):
    """Each row leads to the calendar's times."""

    model = Resource
    icon = "calendar-alt"
    menu_label = _("Booking calendars")
    menu_name = "booking-calendars"
    menu_order = 255
    add_to_admin_menu = True
    list_display = (
        "name",
        "key",
        "place",
        TitleColumn(
            "times", label=_("Times"), accessor=lambda _row: _("Times and bookings"), url_name="booking_calendars:times"
        ),
    )
    inspect_view_enabled = False
    delete_view_class = KeepUsed

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the times of a calendar and what can be done there."""
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/times/", views.times, name="times"),
            path("<int:pk>/times/make/", views.make, name="make"),
            path("<int:pk>/times/fill/", views.fill_now, name="fill"),
            path("<int:pk>/times/close/", views.close, name="close"),
            path("<int:pk>/times/open/", views.reopen, name="open"),
        ]


viewset = ResourceViewSet("booking_calendars")
