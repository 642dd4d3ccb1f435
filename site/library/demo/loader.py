"""Two documents of the demonstration, one that passes and one that fails on purpose and is in no page; its videos."""

from django.core.files.base import ContentFile

from core.services import DemoContext
from library.demo.video import load as load_videos
from library.demo.word import word_file
from library.models import CustomDocument

#: Title in the library, file name, body, title inside the file. Other loaders find them by title.
DOCUMENTS = (
    ("Bin days over the holidays", "bin-days-over-the-holidays.docx", "holiday_bins", "Bin days over the holidays"),
    ("Large items: what we charge (draft)", "large-items-prices.docx", "large_items", "Document1"),
)


def load(context: DemoContext) -> None:
    """Make what is missing. The worker checks them, as it does every upload."""
    for title, name, body, inner_title in DOCUMENTS:
        if not CustomDocument.objects.filter(title=title).exists():
            CustomDocument.objects.create(
                title=title,
                file=ContentFile(word_file(body, title=inner_title), name=name),
                uploaded_by_user=context.user("author"),
            )
    load_videos(context)
