"""One object of every kind that has a language, in a language that is not the translator's, with words to look for."""

from django.apps import apps
from django.db import models
from wagtail.models import Page, TranslatableMixin

from home.models import HomePage

#: Stands in every text of every foreign object, and nowhere else.
SECRET = "Whispered words"


def kinds():
    """Return every snippet that has a language."""
    found = [model for model in apps.get_models() if issubclass(model, TranslatableMixin)]
    return [model for model in found if not issubclass(model, Page) and "testapp" not in model._meta.app_label]


def make(model, locale, page):
    """Make a row whose texts are all secret, and that points at ``page`` wherever it can."""
    values = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.related_model is Page:
            values[field.name] = page
        elif isinstance(field, models.CharField | models.TextField) and not field.choices:
            values[field.name] = "a@example.org" if isinstance(field, models.EmailField) else SECRET[: field.max_length]
        elif isinstance(field, models.PositiveSmallIntegerField) and not field.choices:
            values[field.name] = 1
    values |= {name: empty for name, empty in (("steps", []), ("phone", "")) if name in values}  # no phone: not public
    return model.objects.create(locale=locale, **values)


def page_in(root, locale):
    """Make a live page with a draft, below a home page of its language."""
    home = root
    if locale != root.locale:
        home = root.copy_for_translation(locale)
        home.save_revision().publish()
    page = home.add_child(instance=HomePage(title=SECRET, slug="secret", summary=SECRET, locale=locale, live=False))
    page.save_revision()
    page.summary = f"{SECRET}!"
    page.save_revision()
    return page
