"""Who sees which requests, in the settings of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from forms.models import CaseScope


class CaseScopeViewSet(ModelViewSet):
    """Wagtail's own screens, for those with the permission to change these rules."""

    model = CaseScope
    icon = "view"
    menu_label = _("Who sees which requests")
    menu_name = "case-scopes"
    add_to_settings_menu = True
    list_display = ["group", "team", "form"]
    inspect_view_enabled = False


viewset = CaseScopeViewSet("case_scopes")
