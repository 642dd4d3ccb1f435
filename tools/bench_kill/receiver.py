"""A council system that takes signed requests: it remembers each key, and how often it came."""

import http.server
import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Receiver(http.server.ThreadingHTTPServer):
    """``seen``: key -> how often it came; ``about``: key -> the request's id; ``down``: it answers 503."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: Counter[str] = Counter()
        self.about: dict[str, str] = {}
        self.lock = threading.Lock()
        self.down = False
        self.host = f"127.0.0.1:{self.server_port}"

    @property
    def doubles(self) -> int:
        """Return how many requests came under more than one key: each of them would be done twice."""
        return sum(count > 1 for count in Counter(self.about.values()).values())

    @property
    def repeats(self) -> int:
        """Return how often a key came again: a receiver that knows it does nothing then."""
        return sum(self.seen.values()) - len(self.seen)


class Handler(http.server.BaseHTTPRequestHandler):
    """Takes everything."""

    server: Receiver

    def log_message(self, *args: object) -> None:
        """Keep the output to the figures."""

    def do_POST(self) -> None:
        """Take one request, signed or not."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.down:
            self.send_error(503)
            return
        key = self.headers["webhook-id"]
        with self.server.lock:
            self.server.seen[key] += 1
            self.server.about[key] = body["data"]["id"]
        content = json.dumps({"reference": key}).encode()
        self.send_response(202)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Serve until the block ends."""
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
