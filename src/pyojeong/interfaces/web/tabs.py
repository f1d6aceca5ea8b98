"""One tab at a page whose work outlives a reload: its desk, and the panels that follow it; and all tabs of a page."""

from __future__ import annotations

import asyncio
import secrets
from abc import abstractmethod
from collections.abc import Callable, Coroutine, Mapping
from typing import ClassVar, Generic, Protocol, TypeVar

from fastapi import Request, Response
from nicegui import Client, background_tasks
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.components import FOLDER
from pyojeong.interfaces.web.frame import Frame
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.words import Words

_PRIVATE: Mapping[str, str] = {"Cache-Control": "no-store"}
"""What is one visitor's is kept nowhere on its way."""
_LONGEST_LEAVING_SECONDS = 1.5
_LOOK_SECONDS = 0.05
_TAKEN, _MISSING, _REFUSED = 202, 404, 422


class TabKeeper(Element, component=FOLDER / "tabkeeper.js"):
    """Keeps the desk's key and draft in the tab.

    Props: kept (the name it is kept under), desk (its key), address, arrived, revision (changes with every change).
    Events: arrived({desk, draft} kept by the page before the reload, or None).
    """


class Desk(Protocol):
    """What a tab is about; see `Watched`."""

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call ``watcher`` after every change."""
        ...

    def unwatch(self) -> None:
        """Forget every watcher."""
        ...

    def fail(self, failure: Exception | None) -> None:
        """Tell the person about ``failure``."""
        ...

    def close(self) -> None:
        """Stop all work and forget everything."""
        ...


DeskKind = TypeVar("DeskKind", bound=Desk)


class Tab(Generic[DeskKind]):
    """A tab.

    Args:
        desk: What the person works on.
        key: Under which the tab's pictures and files are fetched; nobody can guess it.
        client: NiceGUI's side of the tab.
        tabs: Every tab at the page.

    Attributes:
        desk: What the person works on.
        prefix: Of all addresses behind the page.
        kept: The name under which the browser keeps what is there.
        css: Class of the page.
    """

    prefix: ClassVar[str]
    kept: ClassVar[str]
    css: ClassVar[str]

    def __init__(self, desk: DeskKind, key: str, client: Client, tabs: Tabs[DeskKind]) -> None:
        self.desk = desk
        self._key, self._client, self._tabs = key, client, tabs
        self._arrived, self._revision = False, 0

    @abstractmethod
    def _panels(self, words: Words, address: str) -> None:
        """Everything on the page; ``address`` is that of this tab's pictures and files."""

    @abstractmethod
    def _reopen(self, draft: str) -> None:
        """Go on with what the tab kept of a desk that is gone.

        Raises:
            PyojeongError: When it cannot be opened.
        """

    def build(self, words: Words) -> None:
        """Fill the page."""
        self._words = words
        self._page = box("div", self.css)
        self._fill()

    def _fill(self) -> None:
        address = f"{self.prefix}/{self._key}"
        self.desk.unwatch()
        self._page.clear()
        with self._page:
            self._panels(self._words, address)
            self._keeper = TabKeeper().on("arrived", self._arrive)
        self._keeper.props.update(
            kept=self.kept, desk=self._key, address=address, arrived=self._arrived, revision=self._revision
        )
        self.desk.watch(self._keep)

    def _keep(self) -> None:
        self._revision += 1
        self._keeper.props["revision"] = self._revision

    async def _arrive(self, event: GenericEventArguments) -> None:
        """Go on with the desk of before the reload, or with what the tab kept of it when that desk is gone."""
        kept = event.args if isinstance(event.args, Mapping) else None
        if kept is not None and not self._arrived:
            before = self._tabs.at(str(kept.get("desk")))
            if before is not None and before is not self and await before._left():
                self.desk, before.desk = before.desk, self.desk
            else:
                self._reopened(str(kept.get("draft")))
            self._fill()
        self._arrived = True
        self._keeper.props["arrived"] = True

    def _reopened(self, draft: str) -> None:
        try:
            self._reopen(draft)
        except PyojeongError as broken:
            self.desk.fail(broken)

    async def _left(self) -> bool:
        """Whether nobody sits at this desk: a tab that was copied has another's key."""
        for _ in range(round(_LONGEST_LEAVING_SECONDS / _LOOK_SECONDS)):
            if not self._client.has_socket_connection:
                return True
            await asyncio.sleep(_LOOK_SECONDS)
        return False


class Tabs(Generic[DeskKind]):
    """Every tab at a page, and what the addresses behind the page answer.

    Args:
        made: Makes a tab of its key, NiceGUI's side of it, and these.
        address: Of the page.
        style: The page's sheet.
    """

    def __init__(
        self, made: Callable[[str, Client, Tabs[DeskKind]], Tab[DeskKind]], *, address: str, style: str
    ) -> None:
        self._made, self._address, self._style = made, address, style
        self._tabs: dict[str, Tab[DeskKind]] = {}

    def open(self, request: Request, client: Client) -> None:
        """Show the page in a new tab."""
        key = secrets.token_urlsafe(18)
        tab = self._tabs[key] = self._made(key, client, self)
        client.on_delete(lambda: self._tabs.pop(key).desk.close())
        Frame(self._address, Preferences.from_cookies(request.cookies), tab.build, style=self._style)

    def at(self, key: str) -> Tab[DeskKind] | None:
        """The tab of a key, or None when there is none any more."""
        return self._tabs.get(key)

    async def answer(self, key: str, work: Callable[[DeskKind], bytes | str | None], media_type: str) -> Response:
        """What ``work`` makes of the tab's desk, in a thread.

        Nothing there is told by the status alone, what fails by the page too.
        """
        tab = self.at(key)
        if tab is None:
            return Response(status_code=_MISSING)
        desk = tab.desk
        try:
            made = await asyncio.to_thread(work, desk)
        except PyojeongError as failure:
            desk.fail(failure)
            return Response(status_code=_REFUSED)
        if made is None:
            return Response(status_code=_MISSING)
        return Response(made, media_type=media_type, headers=dict(_PRIVATE))

    async def receive(
        self, key: str, request: Request, work: Callable[[DeskKind, bytes], Coroutine[object, object, None]]
    ) -> Response:
        """Give the body to the tab's desk; the page shows the progress and tells what does not work."""
        tab = self.at(key)
        if tab is None:
            return Response(status_code=_MISSING)
        background_tasks.create(work(tab.desk, await request.body()))
        return Response(status_code=_TAKEN)
