"""One tab at a page whose work outlives a reload: its desk, and the panels that follow it."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Mapping
from typing import Generic, TypeVar

from nicegui import Client
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.components import FOLDER
from pyojeong.interfaces.web.markup import box
from pyojeong.interfaces.web.watched import Watched
from pyojeong.interfaces.web.words import Words

_LONGEST_LEAVING_SECONDS = 1.5
_LOOK_SECONDS = 0.05


class TabKeeper(Element, component=FOLDER / "tabkeeper.js"):
    """Keeps the desk's key and draft in the tab.

    Props: kept (the name it is kept under), desk (its key), address, arrived, revision (changes with every change).
    Events: arrived({desk, draft} kept by the page before the reload, or None).
    """


DeskKind = TypeVar("DeskKind", bound=Watched)


class Tab(Generic[DeskKind]):
    """A tab.

    Args:
        desk: What the person works on.
        key: Under which the tab's pictures and files are fetched; nobody can guess it.
        client: NiceGUI's side of the tab.
        tabs: Every tab at the page, by key.
        prefix: Of all addresses behind the page.
        kept: The name under which the browser keeps what is there.
        css: Class of the page.

    Attributes:
        desk: What the person works on.
    """

    def __init__(
        self,
        desk: DeskKind,
        key: str,
        client: Client,
        tabs: Mapping[str, Tab[DeskKind]],
        *,
        prefix: str,
        kept: str,
        css: str,
    ) -> None:
        self.desk, self._tabs = desk, tabs
        self._key, self._client, self._prefix, self._kept, self._css = key, client, prefix, kept, css
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
        self._page = box("div", self._css)
        self._fill()

    def _fill(self) -> None:
        address = f"{self._prefix}/{self._key}"
        self.desk.unwatch()
        self._page.clear()
        with self._page:
            self._panels(self._words, address)
            self._keeper = TabKeeper().on("arrived", self._arrive)
        self._keeper.props.update(
            kept=self._kept, desk=self._key, address=address, arrived=self._arrived, revision=self._revision
        )
        self.desk.watch(self._keep)

    def _keep(self) -> None:
        self._revision += 1
        self._keeper.props["revision"] = self._revision

    async def _arrive(self, event: GenericEventArguments) -> None:
        """Go on with the desk of before the reload, or with what the tab kept of it when that desk is gone."""
        kept = event.args if isinstance(event.args, Mapping) else None
        if kept is not None and not self._arrived:
            before = self._tabs.get(str(kept.get("desk")))
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
