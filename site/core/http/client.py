"""Outgoing HTTP against server-side request forgery (CWE-918)."""

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from requests_hardened import Config, Manager

#: Seconds to connect, and between two bytes of the answer.
TIMEOUT = (3.05, 10.0)

_manager = Manager(
    Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=False,
        never_redirect=True,
        default_timeout=TIMEOUT,
        user_agent_override="Waymark",
    )
)


def http_client() -> requests.Session:
    """Return a session that connects to public addresses only; errors are ``requests.RequestException``.

    The name is resolved once, and the address found is both checked and used, so a name server cannot answer
    twice differently. Private, loopback, link-local, metadata and other reserved addresses are refused,
    redirects are returned and not followed, and a proxy from the environment is not used. Hosts of
    ``WAYMARK_OUTGOING_ALLOWED_HOSTS`` (``"host:port"``, for tests and the demo) are exempt from the check.
    """
    session: requests.Session = _manager.get_session()
    session.trust_env = False
    for host in settings.WAYMARK_OUTGOING_ALLOWED_HOSTS:
        for scheme in ("http", "https"):
            session.mount(f"{scheme}://{host}/", HTTPAdapter())
    return session
