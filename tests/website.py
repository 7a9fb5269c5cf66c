"""A website on this machine: pages by path, exactly as a test wants them sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True, slots=True)
class Page:
    """What is sent. *length* is the length that is announced, if not the body's own."""

    body: bytes
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    status: int = 200
    length: int = -1


@contextmanager
def website(pages: dict[str, Page]) -> Iterator[str]:
    """Serve *pages*; yield the address, without a slash at its end."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = pages.get(self.path, Page(b"nothing here", status=404))
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            length = len(page.body) if page.length < 0 else page.length
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *args: object) -> None:
            """Say nothing: pytest shows what counts."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
