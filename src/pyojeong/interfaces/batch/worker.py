"""A process that does tasks for another: a JSON line in, a JSON line out, until its stdin ends."""

from __future__ import annotations

import json
import sys

from pyojeong.interfaces.batch.tasks import Task
from pyojeong.processes import answering


def serve() -> None:
    """Answer every request on stdin."""
    with answering() as answer:
        for line in sys.stdin.buffer:
            request = json.loads(line)
            answer(Task(request["task"], request["model"]).done(request["items"]))
