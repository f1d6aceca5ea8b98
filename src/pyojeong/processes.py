"""Interpreters of our own that work beside this one: JSON in, JSON out, a line each.

Not `multiprocessing`: its children import the caller's script again, so that a script without a ``__main__`` guard
starts itself over and over; ours import nothing but the package.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from pyojeong.errors import PyojeongError

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "LP_NUM_THREADS")
"""Workers share the cores already; threads inside them would only wait for one another."""


def cores() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Worker:
    """A process that runs ``serve`` of a module.

    Ctrl-C is ours to hear; a session of its own would hide it from Ctrl-Z and from the shell's niceness too.

    Args:
        module: Its full name.

    Raises:
        OSError: When no process can be started.
    """

    __slots__ = ("_answers", "_process", "_requests")

    def __init__(self, module: str) -> None:
        program = f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); from {module} import serve; serve()"
        environment = {**dict.fromkeys(_ONE_THREAD, "1"), **os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise ValueError("worker must have been started with pipes, but has none")
        self._requests, self._answers = self._process.stdin, self._process.stdout

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def tell(self, request: object) -> None:
        """Send a request.

        Raises:
            OSError: When the process is gone.
            ValueError: When it was ended.
        """
        self._requests.write(json.dumps(request).encode("ascii") + b"\n")
        self._requests.flush()

    def line(self) -> bytes:
        """The next line it says, once it is there; without its end where the process ended.

        Raises:
            OSError: When it cannot be heard.
            ValueError: When it was ended.
        """
        return self._answers.readline()

    def data(self, length: int) -> bytes:
        """The next bytes it says; fewer where the process ended.

        Raises:
            OSError: When it cannot be heard.
            ValueError: When it was ended.
        """
        return self._answers.read(length)

    def kill(self) -> None:
        """Make it stop: whoever listens to it hears its end."""
        self._process.kill()

    def end(self) -> None:
        """The process is gone, and its pipes with it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with suppress(OSError):  # what was still to be sent to it
                pipe.close()


class Answer(Protocol):
    """Says a document, and bytes right after its line."""

    def __call__(self, document: object, data: bytes = b"") -> None:
        """Sent at once."""


@contextmanager
def answering() -> Iterator[Answer]:
    """How a worker answers; what libraries print goes to stderr, so that it does not mix with the answers.

    Raises:
        SystemExit: From an answer that nobody hears any more: whoever asked was killed.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def answer(document: object, data: bytes = b"") -> None:
        try:
            answers.write(json.dumps(document, separators=(",", ":")).encode("ascii") + b"\n" + data)
            answers.flush()
        except BrokenPipeError as gone:
            raise SystemExit from gone

    try:
        yield answer
    finally:
        with suppress(BrokenPipeError):
            answers.close()


def refused(failure: PyojeongError) -> dict[str, Any]:
    """The answer that tells a failure in its own words."""
    return {"error": {"korean": failure.korean, "english": failure.english, "kind": failure.kind}}


def granted(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer, where it tells no failure.

    Raises:
        PyojeongError: The failure it tells.
    """
    if "error" in answer:
        raise PyojeongError(**answer["error"])
    return answer
