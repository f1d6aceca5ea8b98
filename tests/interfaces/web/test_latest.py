from __future__ import annotations

import asyncio

import pytest

from pyojeong.interfaces.web.latest import Latest
from pyojeong.interfaces.web.shelf import Item, Shelf


def test_of_many_wishes_the_first_and_the_last_are_done() -> None:
    done: list[int] = []

    async def run() -> None:
        async def work(wish: int) -> None:
            await asyncio.sleep(0.01)
            done.append(wish)

        latest = Latest(work)
        for wish in range(20):
            latest.ask(wish)
            await asyncio.sleep(0)
        await latest.finished()
        assert not latest.busy

    asyncio.run(run())
    assert done[-1] == 19
    assert len(done) == 2


def test_work_can_see_that_it_is_superseded() -> None:
    seen: list[bool] = []

    async def run() -> None:
        async def work(wish: int) -> None:
            await asyncio.sleep(0.01)
            seen.append(latest.superseded)

        latest = Latest(work)
        latest.ask(1)
        await asyncio.sleep(0)
        latest.ask(2)
        await latest.finished()

    asyncio.run(run())
    assert seen == [True, False]


def test_failures_reach_who_waits() -> None:
    async def run() -> None:
        async def work(wish: int) -> None:
            raise ArithmeticError(wish)

        latest = Latest(work)
        latest.ask(1)
        with pytest.raises(ArithmeticError):
            await latest.finished()

    asyncio.run(run())


def test_the_shelf_forgets() -> None:
    shelf = Shelf()
    address = shelf.put(Item(b"a", "image/png"))
    token = address.rsplit("/", 1)[1]
    assert shelf.at(token) == Item(b"a", "image/png")
    shelf.take_away(address)
    shelf.take_away(address)
    assert shelf.at(token) is None


def test_addresses_cannot_be_guessed() -> None:
    shelf = Shelf()
    addresses = {shelf.put(Item(b"", "image/png")) for _ in range(100)}
    assert len(addresses) == 100
    assert all(len(address.rsplit("/", 1)[1]) >= 24 for address in addresses)
