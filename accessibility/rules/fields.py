"""Questions of forms: WCAG 1.3.1, 2.4.6, 3.3.1, 3.3.2. The rooms that ask questions register how they are read."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accessibility.extract.tree import ContentTree, FormField
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule

VAGUE = frozenset((
    "answer", "question", "field", "input", "text", "value", "label", "enter", "type here", "enter text", "other",
    "details", "more details", "info", "information", "data", "untitled", "select", "choose", "please select", "n/a",
))  # fmt: skip
SAYS_NOTHING = re.compile(r"\W*(?:this field is )?(?:invalid|error|wrong|required|mandatory)\W*", re.IGNORECASE)
GROUPED = ("radios", "checkboxes")
LONGEST_HINT = 200


def _says_something(text: str) -> bool:
    return re.search(r"\w", text) is not None


@register_rule
class FieldLabel(Rule):
    """A question has words of its own, and a placeholder is none."""

    id = "field-label"
    criteria = ("1.3.1", "3.3.2")
    why = gettext_lazy("People who cannot see the field do not know what to write. A placeholder goes away.")
    how = gettext_lazy("Write the question, for example “What is your date of birth?”.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield fields without a label; a group of choices is the next rule's."""
        for field in content.all(FormField):
            if field.kind not in GROUPED and not _says_something(field.text):
                yield Fault(field.place, _("This question has no words."), field.hint or field.placeholder)


@register_rule
class GroupLegend(Rule):
    """A group of choices has a question over it."""

    id = "field-legend"
    criteria = ("1.3.1", "3.3.2")
    why = gettext_lazy("The question is read out with each choice. Without it people hear only “Yes” and “No”.")
    how = gettext_lazy("Write the question over the choices.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield groups of choices without a question."""
        for field in content.all(FormField):
            if field.kind in GROUPED and not _says_something(field.text):
                yield Fault(field.place, _("These choices have no question over them."), ", ".join(field.options))


@register_rule
class OptionLabel(Rule):
    """Each choice has words, and no two have the same."""

    id = "field-options"
    criteria = ("1.3.1", "2.4.6")
    why = gettext_lazy("People cannot choose between answers that sound the same or say nothing.")
    how = gettext_lazy("Write what each choice means.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield questions with an empty choice or with two alike."""
        for field in content.all(FormField):
            options = [option.strip().lower() for option in field.options]
            if any(not _says_something(option) for option in options):
                yield Fault(field.place, _("A choice of this question has no words."), field.text)
            elif len(set(options)) < len(options):
                yield Fault(field.place, _("Two choices of this question have the same words."), field.text)


@register_rule
class VagueLabel(Rule):
    """A question says what is asked."""

    id = "field-label-vague"
    criteria = ("2.4.6", "3.3.2")
    level = "warn"
    why = gettext_lazy("People who hear the question by itself do not know what to write.")
    how = gettext_lazy("Ask for one thing, by its name.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield questions such as “Details”."""
        for field in content.all(FormField):
            if field.text.lower().strip(" :*?.") in VAGUE:
                message = _("“%(label)s” does not say what is asked.") % {"label": field.text}
                yield Fault(field.place, message, field.text)


@register_rule
class TwinLabels(Rule):
    """No two questions of one step have the same words."""

    id = "field-label-unique"
    criteria = ("2.4.6",)
    level = "warn"
    why = gettext_lazy("People who hear the questions cannot tell them apart.")
    how = gettext_lazy("Say in each whose or which one it is.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield the second question of the same words in a step."""
        seen: defaultdict[str, set[str]] = defaultdict(set)
        for field in content.all(FormField):
            label = field.text.lower().strip(" :*?.")
            if label and label in seen[field.group]:
                message = _("Another question here is “%(label)s” too.") % {"label": field.text}
                yield Fault(field.place, message, field.text)
            seen[field.group].add(label)


@register_rule
class LongHint(Rule):
    """A hint is short, and is read out in one go."""

    id = "field-hint"
    criteria = ("3.3.2",)
    level = "warn"
    why = gettext_lazy("Screen readers read the hint in one breath, without its links, each time.")
    how = gettext_lazy("Keep the hint to one or two sentences. Put the rest in a guidance block above the question.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield hints that are long, and hints that only repeat the question."""
        for field in content.all(FormField):
            if len(field.hint) > LONGEST_HINT:
                yield Fault(field.place, _("This hint is too long."), field.hint)
            elif field.hint and field.hint.strip().lower() == field.text.strip().lower():
                yield Fault(field.place, _("This hint only repeats the question."), field.hint)


@register_rule
class ErrorWords(Rule):
    """The words for a mistake say how to mend it."""

    id = "field-error"
    criteria = ("3.3.1", "3.3.3")
    level = "warn"
    why = gettext_lazy("“Invalid” tells nobody what is wrong or what to write instead.")
    how = gettext_lazy("Say what to do, for example “Enter a date that is in the past”.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield error texts that say nothing."""
        for field in content.all(FormField):
            for words in field.errors:
                if re.fullmatch(
                    r"\W*(?:this field is )?(?:invalid|error|wrong|required|mandatory)\W*", words, re.IGNORECASE
                ):
                    yield Fault(field.place, _("“%(words)s” does not say what to do.") % {"words": words}, words)
