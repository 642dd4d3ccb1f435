"""Things that need a name: WCAG 4.1.2 and 1.1.1. The ids in brackets are those of the W3C's ACT rules."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from accessibility.extract.aria import WIDGETS
from accessibility.extract.dom import Document, Element
from accessibility.rules.base import Words
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

WITHOUT = _("A screen reader says only what kind of thing it is, not what it is for.")


class Nameless(HtmlRule):
    """Something that must be called something."""

    criteria: ClassVar[tuple[str, ...]] = ("4.1.2",)
    why: ClassVar[Words] = WITHOUT

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not page.name(element)


@register_rule
class ButtonName(Nameless):
    """A button says what it does (97a4e1)."""

    id = "html-button-name"
    tags = ("button",)
    roles = ("button",)
    message = _("This button has no name.")
    how = _("Write in the button what happens when it is pressed.")


@register_rule
class InputButtonName(Nameless):
    """An input that is a button says what it does (97a4e1)."""

    id = "html-input-button-name"
    tags = ("input",)
    message = _("This button has no name.")
    how = _("Give it a value that says what happens when it is pressed.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        kind = (element.get("type") or "").lower()
        return kind in {"button", "submit", "reset"} and super()._is_wrong(element, page)


@register_rule
class ImageButtonName(Nameless):
    """A picture that is a button says what it does (59796f)."""

    id = "html-image-button-name"
    criteria = ("1.1.1", "4.1.2")
    tags = ("input",)
    message = _("This picture is a button, and has no text.")
    how = _("Write in its alt what happens when it is pressed.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return (element.get("type") or "").lower() == "image" and super()._is_wrong(element, page)


@register_rule
class LinkRoleName(Nameless):
    """What acts as a link says where it goes (c487ae)."""

    id = "html-link-name"
    criteria = ("2.4.4", "4.1.2")
    tags = ("area",)
    roles = ("link",)
    message = _("This link has no words.")
    how = _("Write where it goes.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return page.role(element) == "link" and super()._is_wrong(element, page)


@register_rule
class LinkState(Nameless):
    """A link has a name for software (c487ae)."""

    id = "html-link-name-role"
    tags = ("a",)
    message = _("This link has no name that software can read.")
    how = _("Write words in the link, or give the image in it a text.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return "href" in element.attrib and super()._is_wrong(element, page)


@register_rule
class WidgetName(Nameless):
    """A control that is made with a role has a name (e086e5, m6b1q3)."""

    id = "html-widget-name"
    roles = WIDGETS - {"button", "link", "option"}
    message = _("This control has no name.")
    how = _("Give it a label, or words of its own.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return element.tag not in {"input", "select", "textarea"} and super()._is_wrong(element, page)


@register_rule
class SummaryName(Nameless):
    """What opens a hidden part says what is in it (2t702h)."""

    id = "html-summary-name"
    tags = ("summary",)
    message = _("What opens this part has no words.")
    how = _("Write what is in the part.")


@register_rule
class DialogName(Nameless):
    """A dialog has a name."""

    id = "html-dialog-name"
    tags = ("dialog",)
    roles = ("dialog", "alertdialog")
    message = _("This dialog has no name.")
    how = _("Point aria-labelledby at its heading.")


@register_rule
class RoleImageName(Nameless):
    """What acts as an image has words (23a2a8, 7d6734)."""

    id = "html-role-image-name"
    criteria = ("1.1.1",)
    roles = ("img", "image", "graphics-document", "graphics-symbol", "meter", "progressbar")
    message = _("This image has no text for people who cannot see it.")
    how = _("Give it an aria-label that says what it shows.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return element.tag != "img" and super()._is_wrong(element, page)


@register_rule
class ObjectName(Nameless):
    """An embedded object has words (8fc3b6)."""

    id = "html-object-name"
    criteria = ("1.1.1",)
    tags = ("object",)
    message = _("This object has no text for people who cannot see it.")
    how = _("Give it an aria-label or a title that says what it shows.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not (element.get("aria-label") or element.get("title") or page.by_id.get(_reference(element)))


@register_rule
class SvgName(Nameless):
    """A drawing is either named or marked as decoration."""

    id = "html-svg-name"
    criteria = ("1.1.1",)
    level = "warn"
    tags = ("svg",)
    message = _("This drawing is neither named nor marked as decoration.")
    how = _("Give it role=“img” and an aria-label, or aria-hidden=“true”.")

    def _is_wrong(self, element: Element, page: Document) -> bool:
        return not element.get("role") and super()._is_wrong(element, page)


@register_rule
class RoleHeadingName(Nameless):
    """What acts as a heading has words (ffd0e9)."""

    id = "html-heading-name"
    criteria = ("1.3.1", "2.4.6")
    roles = ("heading",)
    message = _("This heading is empty.")
    why = _("Screen readers list headings. An empty one leads nowhere.")
    how = _("Write the heading, or remove it.")


def _reference(element: Element) -> str:
    return (element.get("aria-labelledby") or "").split(" ")[0]
