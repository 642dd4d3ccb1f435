"""What scripts give away: WCAG 2.1.4, 2.2.1, 2.5.4. They are read as text, so these rules ask."""

import re
from collections.abc import Iterator
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from accessibility.extract.dom import Document, Element
from accessibility.rules.html.base import HtmlRule
from accessibility.rules.registry import register_rule

HANDLERS = ("onload", "onclick", "onkeydown", "onkeypress", "onchange", "onfocus", "onblur")


class ScriptRule(HtmlRule):
    """A rule over the text of scripts in the page and of handlers in attributes."""

    level = "warn"
    pattern: ClassVar[re.Pattern[str]]

    def _wrong_ones(self, page: Document) -> Iterator[Element]:
        for script in page.all("script"):
            if self.pattern.search(script.text or ""):
                yield script
        for name in HANDLERS:
            yield from (part for part in page.having.get(name, []) if self.pattern.search(part.get(name) or ""))


@register_rule
class Motion(ScriptRule):
    """What is done by moving the device can be done otherwise, and switched off (c249d5, 7677a9)."""

    id = "html-motion"
    criteria = ("2.5.4",)
    pattern = re.compile(r"devicemotion|deviceorientation|Accelerometer|Gyroscope", re.IGNORECASE)
    message = _("This reacts to the movement of the device. Check that it can be switched off and done otherwise.")
    why = _("People whose device is mounted, or whose hands shake, cannot use it or set it off.")
    how = _("Offer buttons that do the same, and a switch.")


@register_rule
class SingleKey(ScriptRule):
    """A key of one letter can be switched off (ffbc54)."""

    id = "html-single-key"
    criteria = ("2.1.4",)
    pattern = re.compile(r"""\.key\s*===?\s*['"][a-z?/]['"]|accessKey\s*=""", re.IGNORECASE)
    message = _("This reacts to a single letter. Check that people can switch that off.")
    why = _("People who speak to their computer set it off with any word.")
    how = _("Ask for Ctrl or Alt with the letter.")


@register_rule
class TimeLimit(ScriptRule):
    """What goes away can be kept (2.2.1)."""

    id = "html-time-limit"
    criteria = ("2.2.1",)
    pattern = re.compile(r"setTimeout\([^;]{0,200}?(?:hide|remove|fade|location|submit|logout|display)", re.IGNORECASE)
    message = _("Something goes away or changes after a while. Check that people have time.")
    why = _("People who read slowly never see it.")
    how = _("Let it stay until people close it.")


@register_rule
class FocusBack(ScriptRule):
    """The focus can leave (80af7b, ebe86a)."""

    id = "html-script-trap"
    criteria = ("2.1.2",)
    pattern = re.compile(r"(?:blur|focusout)['\"]?\s*,[^;]*?\.focus\(|Tab['\"][^;]*?preventDefault\(", re.IGNORECASE)
    message = _("This holds the focus. Check that people can leave with the Tab key.")
    why = _("People who use no mouse are caught.")
    how = _("Let the focus go.")


@register_rule
class NewContext(ScriptRule):
    """The page does not change when something gets the focus or is chosen."""

    id = "html-script-context"
    criteria = ("3.2.2",)
    pattern = re.compile(r"['\"]?change['\"]?\s*,[^;]*?(?:location|submit\()", re.IGNORECASE)
    message = _("This leads to another page as soon as something is chosen.")
    why = _("With the keyboard each option is chosen on the way.")
    how = _("Put a button after it that does what was chosen.")
