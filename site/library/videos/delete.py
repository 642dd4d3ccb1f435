"""Deleting a video: pages that show it are named first, and it stays while one of them is live."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtailmedia.permissions import get_permission_policy
from wagtailmedia.views import media

from library.models import Video


def delete_video(request: HttpRequest, media_id: int) -> HttpResponse:
    """Delete a video that nothing shows; else name what shows it. Raises PermissionDenied, Http404."""
    video = get_object_or_404(Video, pk=media_id)
    if not get_permission_policy().user_has_permission_for_instance(request.user, "delete", video):
        raise PermissionDenied
    names = ", ".join(f"“{thing}”" for thing in users_of(video))
    if not names:
        answer: HttpResponse = media.delete(request, media_id)
        return answer
    messages.error(request, _("This video is shown by %(names)s. Choose another video there first.") % {"names": names})
    return HttpResponseRedirect(reverse("wagtailmedia:edit", args=[video.pk]))


def users_of(video: Video) -> list[Any]:
    """Return the pages and videos that would lose it."""
    found = [thing for thing, _references in video.get_usage()]
    return [*found, *Video.objects.filter(models.Q(bsl_version=video) | models.Q(described_version=video))]
