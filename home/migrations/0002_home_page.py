"""A new site opens on a home page of ours instead of Wagtail's welcome page.

A site that somebody has already worked on is left alone.
"""

from django.db import migrations


def make_home_page(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page, Site = apps.get_model("wagtailcore", "Page"), apps.get_model("wagtailcore", "Site")
    welcome = Page.objects.filter(path="00010001", slug="home", content_type__model="page", numchild=0)
    if not welcome.exists() or Page.objects.filter(depth__gt=2).exists():
        return
    locale_id = welcome.get().locale_id
    Site.objects.filter(root_page__in=welcome).delete()
    welcome.delete()
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    home = apps.get_model("home", "HomePage").objects.create(
        title="Home", draft_title="Home", slug="home", path="00010001", depth=2, numchild=0, url_path="/home/",
        content_type=content_type, locale_id=locale_id, live=True,
    )
    Site.objects.create(hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_home_page, migrations.RunPython.noop)]
