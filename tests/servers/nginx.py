"""A real nginx with the locations that we ship: only folders, log and upstream are replaced."""

import contextlib
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.servers.processes import as_unprivileged, free_port, listens, own, program, running, wait_until

SHIPPED = Path(__file__).resolve().parents[2] / "deploy" / "nginx"

FRAME = """
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {log_format}
    upstream waymark {{ server 127.0.0.1:{upstream}; }}
    server {{
        listen 127.0.0.1:{port};
        {locations}
    }}
}}
"""


def installed() -> bool:
    """Return whether nginx can be started here."""
    return program("nginx") is not None


def log_format() -> str:
    """Return the log format of the shipped file."""
    lines = (SHIPPED / "waymark.conf").read_text().splitlines()
    return next(line for line in lines if line.startswith("log_format"))


def locations(folder: Path) -> str:
    """Return the shipped locations with this test's folders."""
    shipped = (SHIPPED / "waymark-locations.conf").read_text()
    return shipped.replace("/srv/waymark/", f"{folder}/").replace("/var/log/nginx/", f"{folder}/")


@contextlib.contextmanager
def nginx(upstream: int) -> Iterator[tuple[int, Path]]:
    """Start nginx before the ``upstream`` port; yield its port and its folder, which holds media, static, private."""
    server = program("nginx")
    if server is None:
        raise RuntimeError("nginx is not installed: run 'make system-packages'.")
    with tempfile.TemporaryDirectory(prefix="waymark-nginx-") as name:
        folder, port = Path(name), free_port()
        own(folder)
        frame = FRAME.format(
            folder=folder, log_format=log_format(), upstream=upstream, port=port, locations=locations(folder)
        )
        config = folder / "nginx.conf"
        config.write_text(frame)
        command = [server, "-p", str(folder), "-c", str(config), "-e", str(folder / "error.log")]
        with running(command, log=folder / "log", cwd=folder, **as_unprivileged()):
            wait_until(lambda: listens(port), seconds=60, what="nginx")
            yield port, folder


def check_whole_file(folder: Path) -> subprocess.CompletedProcess[str]:
    """Let nginx read the whole shipped file, with the certificate in ``folder``, and return what it says."""
    shipped = (SHIPPED / "waymark.conf").read_text()
    whole = (
        shipped.replace("/etc/nginx/waymark-locations.conf", str(folder / "locations.conf"))
        .replace("/etc/ssl/waymark/", f"{folder}/")
        .replace("listen 443 ", f"listen 127.0.0.1:{free_port()} ")
        .replace("listen 80", f"listen 127.0.0.1:{free_port()}")
    )
    (folder / "locations.conf").write_text(locations(folder))
    config = folder / "whole.conf"
    config.write_text(f"pid {folder}/pid; events {{}} http {{ {whole} }}")
    command = [program("nginx") or "nginx", "-t", "-p", str(folder), "-c", str(config), "-e", str(folder / "error.log")]
    return subprocess.run(command, capture_output=True, text=True, check=False)
