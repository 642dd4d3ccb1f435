"""Addresses. Fixed ones first, then Wagtail's tree under a language prefix (English has none)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core.brand.views import brand_icon, brand_stylesheet
from core.comfort import views as comfort
from library.services import serve_document
from translation.services import other_languages, sitemap
from waymark.media import serve_media

handler400 = "core.views.bad_request"
handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("core.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("brand/<slug:name>.css", brand_stylesheet, name="brand-stylesheet"),
    path("brand/<slug:name>.svg", brand_icon, name="brand-icon"),
    path("documents/<int:document_id>/<str:document_filename>", serve_document),
    path("documents/", include(wagtaildocs_urls)),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("audit/", include("accessibility.urls")),
    path("schemas/insight/", include("insight.schema_urls")),
    path("schemas/requests/", include("forms.delivery.schema_urls")),
    path("api/insight/", include("insight.api_urls")),
]
if settings.DEBUG or settings.WAYMARK_DEMO:
    urlpatterns.append(path("media/<path:path>", serve_media))

urlpatterns += i18n_patterns(
    path("forms/", include("forms.urls")),
    path("feedback/", include("insight.urls")),
    path("search/", include("search.urls")),
    path("updates/", include("updates.urls")),
    path("accessibility-statement/", include("accessibility.statement.urls")),
    path("reading-settings/", comfort.reading_settings, name="reading-settings"),
    path("offline/", comfort.offline, name="offline"),
    path("languages/", other_languages, name="other-languages"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
