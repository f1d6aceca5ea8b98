"""A small chat service of the OpenAI kind on this machine, which answers what a test lets it say."""

from __future__ import annotations

import http.server
import json
import threading
import time
from typing import Any


class Service:
    """Answers every POST with ``body``, a byte at a time when told to trickle."""

    def __init__(self) -> None:
        self.body = b""
        self.status = 200
        self.pause = 0.0
        self.path = ""
        self.asked: dict[str, Any] = {}
        self.headers: dict[str, str] = {}
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                service.path = self.path
                service.asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.headers = dict(self.headers)
                self.send_response(service.status)
                self.send_header("Content-Length", str(len(service.body)))
                self.end_headers()
                try:
                    for at in range(0, len(service.body), 1 if service.pause else len(service.body)):
                        self.wfile.write(service.body[at : at + 1] if service.pause else service.body)
                        time.sleep(service.pause)
                except OSError:
                    return  # the reader hung up, as it should

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1/"

    def says(self, content: object) -> None:
        self.body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()
