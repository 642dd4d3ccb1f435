"""Where Wagtail lets this room in."""

from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from accessibility.documents import hooks as documents  # noqa: F401 - importing registers
from accessibility.gate import hooks as gate
from accessibility.gate import translations
from accessibility.gate.bulk import GatedPublishBulkAction
from accessibility.viewsets import decisions, live, report, statement

hooks.register("before_publish_page", gate.before_publish)
hooks.register("before_publish", gate.before_publish)
hooks.register("after_edit_page", gate.after_edit)
# Before wagtail-localize's own of the same names, which answer the request.
hooks.register("before_edit_page", translations.before_edit, order=-1)
hooks.register("before_edit_snippet", translations.before_edit, order=-1)
# After Wagtail's own of the same name, which it replaces.
hooks.register("register_bulk_action", GatedPublishBulkAction, order=100)


def report_urls() -> list[URLPattern]:
    """Serve the auditor's report, the statement, decisions on findings, and the check of what is typed."""
    return [*report.urlpatterns, *statement.urlpatterns, *decisions.urlpatterns, *live.urlpatterns]


def report_menu_item() -> MenuItem:
    """Put it in the menu, where those who may view it find it at once."""
    return report.menu_item


def bypass_menu_item() -> MenuItem:
    """Put what is let through among the reports."""
    return decisions.menu_item


hooks.register("register_admin_urls", report_urls)
hooks.register("register_admin_menu_item", report_menu_item)
hooks.register("register_reports_menu_item", bypass_menu_item)
