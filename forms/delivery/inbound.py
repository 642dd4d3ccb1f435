"""Where receivers tell us how a request stands: one address a connection, believed only when it is signed."""

import logging

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from forms.delivery.base import Capability, InboundRefusedError
from forms.delivery.receivers import receiver_of
from forms.delivery.registry import connector_named
from forms.delivery.reports import take_report
from forms.models import Connection

logger = logging.getLogger(__name__)

#: A state and a sentence are far shorter (bytes).
LONGEST_BODY = 64_000


@csrf_exempt  # The signature proves who sends it; there is no cookie.
@require_POST
def inbound(request: HttpRequest, key: str) -> HttpResponse:
    """Take one signed state. 200 when it is known now, also for a repeat; else a code that says what is wrong."""
    try:
        news = _take(request, key)
    except InboundRefusedError as refused:
        logger.warning("Connection %s: %s", key, refused.code)
        return JsonResponse({"error": refused.code}, status=refused.status)
    return JsonResponse({"changed": news})


def _take(request: HttpRequest, key: str) -> bool:
    connection = Connection.objects.filter(key=key).first()
    connector = connector_named(connection.connector) if connection else None
    if connection is None or connector is None or Capability.STATUS_PUSH not in connector.capabilities:
        raise InboundRefusedError("unknown-connection", status=404)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_BODY:
        raise InboundRefusedError("too-long", status=413)
    receiver = receiver_of(connection)
    if receiver is None or not receiver.secret:
        raise InboundRefusedError("no-secret", status=503)
    headers = {name.lower(): value for name, value in request.headers.items()}
    return take_report(connection, connector.read_inbound(headers, request.body, receiver))
