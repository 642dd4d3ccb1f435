"""What a block shows has to exist: an image, a page or a file that was deleted leaves a hole, and is never a pass."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images import get_image_model

from accessibility.extract.tree import ContentTree, Gone, Picture
from accessibility.rules.base import Fault, Rule
from accessibility.rules.registry import register_rule


@register_rule
class Missing(Rule):
    """A block names nothing that was deleted."""

    id = "chosen-missing"
    scope = "model"
    why = gettext_lazy("Readers find a hole where the text speaks of something, and nobody can check what they get.")
    how = gettext_lazy("Choose another one, or remove this block.")

    def check(self, content: ContentTree) -> Iterator[Fault]:
        """Yield blocks whose image, page or file is gone, and images in running text that are."""
        for node in content.all(Gone):
            yield Fault(node.place, _("What was chosen here no longer exists."))
        pictures = [picture for picture in content.all(Picture) if picture.image_id is not None]
        if not pictures:
            return
        wanted = {picture.image_id for picture in pictures}
        found = set(get_image_model().objects.filter(pk__in=wanted).values_list("pk", flat=True))
        for picture in pictures:
            if picture.image_id not in found:
                message = _("The image “%(alt)s” in this text no longer exists.") % {"alt": picture.text}
                yield Fault(picture.place, message, str(picture.image_id))
