"""A mail server that keeps what it accepted, and fails when and how a test says."""

import email
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import policy
from email.message import EmailMessage

#: Takes the number of messages accepted so far; returns "" or how to fail: "421", "451", "550", "drop".
Mood = Callable[[int], str]


class MailServer(socketserver.ThreadingTCPServer):
    """``kept``: recipient and message, in the order of their coming. What it failed is never among them.

    ``refused``: address -> its reply to that recipient. ``lines`` counts connections; after ``patience`` mails it cuts
    one. ``on`` is called with "rcpt" or "kept", and how many were kept, before the client hears of it.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.kept: list[tuple[str, EmailMessage]] = []
        self.failed = 0
        self.mood: Mood = lambda _kept: ""
        self.refused: dict[str, str] = {}
        self.lines = 0
        self.patience = 1_000_000
        self.on: Callable[[str, int], object] = lambda _what, _kept: None

    @property
    def port(self) -> int:
        """Return where it listens."""
        return int(self.server_address[1])


class Session(socketserver.StreamRequestHandler):
    """One connection: as much of RFC 5321 as a client of ours says."""

    server: MailServer

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        self.to, self.taken = "", 0
        self.server.lines += 1
        self.say("220 mail.example.org")
        for line in iter(self.rfile.readline, b""):
            verb = line[:4].upper()
            if self.taken >= self.server.patience:
                return
            if verb == b"QUIT":
                self.say("221 bye")
                return
            if verb == b"RCPT":
                self.to = line.decode().partition("<")[2].partition(">")[0]
                self.server.on("rcpt", len(self.server.kept))
            if verb == b"DATA":
                if not self.data():
                    return
            else:
                refusal = self.server.refused.get(self.to) if verb == b"RCPT" else None
                self.say(refusal or "250 ok")

    def data(self) -> bool:
        """Take a message, or fail as the server's mood is; False when the line is cut."""
        failure = self.server.mood(len(self.server.kept))
        if failure:
            self.server.failed += 1
        if failure == "421":
            self.say("421 going down")
            return False
        self.say("354 go on")
        lines = []
        for line in iter(self.rfile.readline, b""):
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b"..") else line)
            if failure == "drop":
                return False
        if failure:
            self.say(f"{failure} no")
            return True
        self.server.kept.append((self.to, email.message_from_bytes(b"".join(lines), policy=policy.default)))
        self.taken += 1
        self.server.on("kept", len(self.server.kept))
        self.say("250 ok")
        return True


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run one for as long as the block lasts."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join(timeout=5)
