"""A process that does tasks for another: a JSON line in, a JSON line out, until its stdin ends."""

from __future__ import annotations

import json
import os
import sys

from pyojeong.interfaces.batch.tasks import Task


def serve() -> None:
    """Answer every request on stdin."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # native libraries print; that must not mix with the answers
        for line in sys.stdin.buffer:
            request = json.loads(line)
            rows = Task(request["task"], request["model"]).done(request["items"])
            answers.write(json.dumps(rows, separators=(",", ":")).encode("ascii") + b"\n")
            answers.flush()
