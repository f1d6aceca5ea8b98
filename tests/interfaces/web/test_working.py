"""A desk that does one thing at a time: what is told, refused and stopped."""

from __future__ import annotations

import asyncio

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.working import Working
from pyojeong.reading.page.stopping import Progress, Stop


class Desk(Working[str]):
    """Works on whatever it is given."""

    def __init__(self) -> None:
        super().__init__("the desk", stopped="desk-stopped")
        self.seen: list[tuple[str | None, float]] = []
        self.watch(lambda: self.seen.append((self.work, self.progress)))

    async def bake(self, job: object = None, *, work: str = "baking") -> str | None:
        """A loaf."""

        def baked(stop: Stop, progress: Progress) -> str:
            progress(0.5)
            return "bread"

        return await self._worked(work, job if callable(job) else baked)


def test_work_is_shown_from_beginning_to_end() -> None:
    desk = Desk()
    desk.told = "before"
    assert asyncio.run(desk.bake()) == "bread"
    assert desk.seen == [("baking", 0.0), ("baking", 0.5), (None, 0.0)]
    assert (desk.told, desk.trouble) == (None, None)


def test_other_work_is_not_begun_meanwhile() -> None:
    desk = Desk()

    async def run() -> list[str | None]:
        return list(await asyncio.gather(desk.bake(), desk.bake()))

    assert asyncio.run(run()) == ["bread", None] and desk.trouble is None  # an impatient finger


def test_who_wants_something_else_meanwhile_is_told_to_wait() -> None:
    desk = Desk()

    async def run() -> list[str | None]:
        return list(await asyncio.gather(desk.bake(), desk.bake(work="cooling")))

    assert asyncio.run(run()) == ["bread", None]
    assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == "busy"


def test_what_is_stopped_is_said_in_the_desks_own_words() -> None:
    desk = Desk()

    def unwanted(stop: Stop, progress: Progress) -> None:
        desk.cancel()
        stop()

    assert asyncio.run(desk.bake(unwanted)) is None
    assert (desk.told, desk.trouble, desk.work) == ("desk-stopped", None, None)


def test_what_fails_is_told_and_the_desk_goes_on() -> None:
    desk, refusal = Desk(), PyojeongError("안 됩니다.", "No.", kind="no")

    def burnt(stop: Stop, progress: Progress) -> None:
        raise refusal

    assert asyncio.run(desk.bake(burnt)) is None
    assert (desk.trouble, desk.told, desk.work) == (refusal, None, None)
    assert asyncio.run(desk.bake()) == "bread"
