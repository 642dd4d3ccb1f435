"""How gunicorn serves Waymark: read by ``systemd/waymark-web.service``."""

import gc
from typing import Any

wsgi_app = "waymark.wsgi:application"
pythonpath = "site"
bind = "unix:/run/waymark/web.sock"
workers = 3
# Threads that wait for the disk cost nothing, and ratings that wait together are written in one commit.
threads = 8
timeout = 60
graceful_timeout = 30
max_requests = 2000
max_requests_jitter = 200
# Loaded once and then forked: what the workers only read, they share. A new release therefore needs a restart.
preload_app = True


def when_ready(_server: Any) -> None:
    """Load the model of search, 55 MB, before the first worker is forked: all of them share it.

    What is there by now stays for good, so workers need not look through it for garbage again and again: that would
    copy pages that they share, and stop every request for a fifth of a second now and then.
    """
    from search.services import load_model

    load_model()
    gc.collect()
    gc.freeze()
