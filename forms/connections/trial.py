"""Try a connection without a resident: is it there, does it take a request marked as a test."""

import logging
import uuid
from datetime import timedelta

from django.utils import timezone

from core.services import Done, code_of
from forms.compiler.examples import answers_of
from forms.delivery.base import Capability, Handover
from forms.delivery.receivers import receiver_of
from forms.delivery.registry import connector_named
from forms.models import Connection, FormVersion, Submission

logger = logging.getLogger(__name__)

#: No resident gets it: 0 is not in the alphabet of references.
REFERENCE = "TEST000000"


def health_of(connection: Connection) -> str | None:
    """Return an empty text when it answers, a code when it does not, None when it cannot be asked."""
    connector, receiver = connector_named(connection.connector), receiver_of(connection)
    if connector is None or receiver is None:
        return "no-connector" if connector is None else "no-secret"
    if Capability.HEALTH not in connector.capabilities:
        return None
    try:
        return connector.healthcheck(receiver)
    except Exception as error:  # noqa: BLE001 - a connector's fault is what is looked for
        logger.warning("Connection %s: %s", connection.key, code_of(error))
        return code_of(error)


def version_to_try(connection: Connection) -> FormVersion | None:
    """Return the newest running version of a form that sends its requests there, or None."""
    running = FormVersion.objects.running().filter(form__connections__connection=connection)
    return running.order_by("-published_at").first()


def try_once(connection: Connection, version: FormVersion) -> str:
    """Hand over a request that is marked as a test and never stored; return an empty text or a code.

    Its answers are those of the form's first example, if the author keeps one.
    """
    connector, receiver = connector_named(connection.connector), receiver_of(connection)
    if connector is None or receiver is None:
        return "no-connector" if connector is None else "no-secret"
    submission = _made_up(version)
    try:
        outcome = connector.deliver(Handover(submission, f"trial:{submission.pk}", receiver))
    except Exception as error:  # noqa: BLE001 - a connector's fault is what is looked for
        logger.warning("Connection %s: %s", connection.key, code_of(error))
        return code_of(error)
    return "" if isinstance(outcome, Done) else outcome.code


def _made_up(version: FormVersion) -> Submission:
    example = version.form.examples.first() if version.form else None
    submission = Submission(
        version=version,
        submit_key=uuid.uuid4(),
        reference=REFERENCE,
        locale=version.locale,
        due_on=timezone.localdate() + timedelta(days=1),
        is_test=True,
    )
    submission.seal_content({"answers": answers_of(example, version.schema) if example else {}})
    return submission
