"""A desk that does one thing at a time, which the person sees go on and may stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from pyojeong.interfaces.web.job import Job, Result, StoppedError
from pyojeong.interfaces.web.refusals import refusal
from pyojeong.interfaces.web.watched import Watched
from pyojeong.reading.page.stopping import Progress, Stop

Kind = TypeVar("Kind")


class Working(Watched, Generic[Kind]):
    """What one visitor works on, one kind of work at a time.

    Args:
        called: See `Watched`.
        stopped: Key of the sentence that says work was stopped.

    Attributes:
        work: What is being done, or None.
    """

    def __init__(self, called: str, *, stopped: str) -> None:
        super().__init__(called)
        self.work: Kind | None = None
        self._job = Job(self.tell)
        self._told_when_stopped = stopped

    @property
    def progress(self) -> float:
        """Share of the work that is done, in [0, 1]."""
        return self._job.progress or 0.0

    def cancel(self) -> None:
        """Stop what is being done."""
        self._job.stop()

    async def _worked(self, work: Kind, job: Callable[[Stop, Progress], Result]) -> Result | None:
        """What ``job`` returns, or None when it failed, was stopped, or other work goes on, which is then told."""
        if self.work is not None:
            if self.work != work:  # the same again is an impatient finger
                self.fail(refusal("busy"))
            return None
        self.work, self.trouble, self.told = work, None, None
        try:
            return await self._job.done(job)
        except StoppedError:
            self.told = self._told_when_stopped
        except Exception as failure:  # told to the person, whatever it is
            self.fail(failure)
        finally:
            self.work = None
            self.tell()
        return None
