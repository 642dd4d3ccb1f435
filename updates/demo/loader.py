"""Loads areas, a few readers of nobody's, an alert, and a newsletter that waits to be tried out."""

from collections.abc import Sequence

from django.contrib.auth.models import Permission
from django.utils import timezone

from core.services import DemoContext
from services.services import demo_page
from updates.models import Area, AreaAlert, Follow, Newsletter, NewsletterPage, NewsletterWords, Subscriber

AREAS = ("Blackbird Leys", "City centre", "Headington", "Jericho", "Summertown")
READERS = 6
MODELS = ("newsletter", "area", "areaalert")
INTRO = "<p>Three things to know this month. Each page says whom to ask.</p>"
URDU = {
    "language": "ur",
    "subject": "آپ کی کونسل کی خبریں",
    "intro": "<p>اس مہینے جاننے کی تین باتیں۔ ہر صفحہ بتاتا ہے کہ کس سے پوچھنا ہے۔</p>",
}


def load(context: DemoContext) -> None:
    """Make what is missing; what is there stays as it is."""
    names = [f"{verb}_{model}" for verb in ("view", "add", "change", "delete") for model in MODELS]
    rights = Permission.objects.filter(content_type__app_label="updates", codename__in=[*names, "send_newsletter"])
    context.group("Editors").permissions.add(*rights)
    areas = [context.make(Area, {"name": name}) for name in AREAS]
    readers(areas)
    if not AreaAlert.objects.exists():
        alert = AreaAlert(
            title="No water in some streets",
            message="Thames Street is dug up. Water is back tonight; there is a tank at the community centre.",
            starts=timezone.now(),
        )
        alert.areas = areas[:1]
        alert.save()
    if not Newsletter.objects.exists():
        newsletter(("food-bins-for-flats", "report-a-missed-bin", "library-hours-change"))
        NewsletterWords.objects.create(newsletter=Newsletter.objects.get(), **URDU)


def readers(areas: list[Area]) -> None:
    """Make addresses under example.org, which nobody can own, and what they follow."""
    if Subscriber.objects.exists():
        return
    for number in range(READERS):
        row = Subscriber(channel="mail", language="ur" if number == 0 else "en", confirmed_at=timezone.now())
        row.keep(f"reader{number}@example.org")
        row.save()
        topics = [("newsletter", ""), ("news", "Bins"), ("area", str(areas[number % len(areas)].pk))]
        Follow.objects.bulk_create([Follow(subscriber=row, kind=kind, key=key) for kind, key in topics])


def newsletter(slugs: Sequence[str]) -> None:
    """Make a draft about pages of the demo, those of them that are there."""
    row = Newsletter(subject="News from your council", intro=INTRO)
    row.entries = [NewsletterPage(page=demo_page(slug), sort_order=number) for number, slug in enumerate(slugs)]
    row.save()
