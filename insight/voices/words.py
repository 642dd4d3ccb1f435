"""What the weighted figure says, and who has no voice, in sentences for staff and residents."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from insight.channel_names import channel_name
from insight.stats.cells import RakedCells


def told(found: RakedCells) -> str:
    """Return what the weighted figure says."""
    if found.value is None:
        return _("There are too few answers with a known ward to weight by ward and channel.")
    words = _("If we had heard every ward and every way to reach us in proportion, %(value)s of 100 people would be "
              "satisfied. As the answers came in, it is %(plain)s of 100. The %(n)s answers carry as far as those of "
              "%(worth)s people drawn by lot.")  # fmt: skip
    return words % {
        "value": round(found.value), "plain": round(found.plain or 0), "n": f"{found.n:,}",
        "worth": f"{found.effective:,.0f}",
    }  # fmt: skip


def silent(found: RakedCells) -> list[str]:
    """Return a sentence that names the wards and channels from which answers were to be expected and none came."""
    return unheard([group if at == 0 else channel_name(group) for at, group in found.silent])


def unheard(groups: Sequence[str]) -> list[str]:
    """Return the sentence that names ``groups``; none where all were heard."""
    return [_("We have heard nobody from: %(groups)s.") % {"groups": "; ".join(groups)}] if groups else []
