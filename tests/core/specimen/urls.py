"""The site's addresses, and the specimen at ``/specimen/`` and ``/ur/specimen/``."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from tests.core.specimen.views import specimen
from waymark.urls import urlpatterns as site_patterns

urlpatterns = [
    *i18n_patterns(path("specimen/<slug:name>/", specimen, name="specimen"), prefix_default_language=False),
    *site_patterns,
]
