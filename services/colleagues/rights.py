"""Who may open the screens about colleagues, and who may change the list."""

from django.views.generic import TemplateView

from core.staff_screen import StaffScreen

VIEW, CHANGE = "services.view_colleague", "services.change_colleague"


class ColleagueScreen(StaffScreen, TemplateView):
    """For who may read the list, unless the screen asks for more."""

    header_icon = "group"
    permission = VIEW
