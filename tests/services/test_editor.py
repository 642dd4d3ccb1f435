"""The editor opens for every kind of page of the demo, also when it has translations."""

import pytest
from django.urls import reverse
from wagtail.models import Page

pytestmark = pytest.mark.django_db


def test_the_editor_of_each_kind_of_page_opens(client, demo):
    client.force_login(demo.user("admin"))
    one_of_each = {page.specific_class: page for page in Page.objects.filter(depth__gt=1)}
    assert len(one_of_each) >= 4
    for page in one_of_each.values():
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200, page
