"""Questions that a program guessed from a document: they are held back until an author has read them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.services import GateFinding
from forms.compiler.build import Blueprint

#: Stands at the beginning of a guessed question's hint until the author deletes it.
MARK = "[?]"


def unconfirmed_faults(blueprint: Blueprint) -> Iterator[GateFinding]:
    """Yield a fault for each question whose hint still has the mark."""
    for position, step in enumerate(blueprint.schema["steps"]):
        for n, question in enumerate(step["questions"]):
            if str(question.get("hint", "")).startswith(MARK):
                words = {"step": step["title"], "label": question["label"]}
                message = _("In step “%(step)s” the question “%(label)s” was guessed from a document.") % words
                how = _("Read it, mend it, and delete the hint that begins with %(mark)s.") % {"mark": MARK}
                yield GateFinding("forms.unconfirmed", message, how, "", blueprint.block_ids[position, n])
