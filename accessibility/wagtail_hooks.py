"""Where Wagtail lets this room in."""

from wagtail import hooks

from accessibility.gate import hooks as gate
from accessibility.gate.bulk import GatedPublishBulkAction

hooks.register("before_publish_page", gate.before_publish)
hooks.register("before_publish", gate.before_publish)
hooks.register("after_edit_page", gate.after_edit)
# After Wagtail's own of the same name, which it replaces.
hooks.register("register_bulk_action", GatedPublishBulkAction, order=100)
