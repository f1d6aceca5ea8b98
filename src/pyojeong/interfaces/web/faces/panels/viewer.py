"""The picture or the webcam, what goes on with it, and what the person should know."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.faces.components import Viewer
from pyojeong.interfaces.web.faces.desk import FacesDesk
from pyojeong.interfaces.web.faces.shown import faces_shown
from pyojeong.interfaces.web.markup import text
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.words import Words

_WORDS = (
    "faces-picture",
    "faces-empty",
    "faces-source",
    "faces-start",
    "faces-stop",
    "faces-snap",
    "faces-here",
    "faces-rate",
    "faces-nobody",
    "faces-waking",
    "upload",
    "sample",
    "drop",
    "opening",
    "camera-refused",
    "camera-absent",
    "camera-insecure",
)


class ViewerPanel:
    """The left side of the page.

    Args:
        desk: What is shown.
        words: In which language.
        address: Where the browser posts pictures and frames.
        sample: Lays the sample portrait.
    """

    def __init__(self, desk: FacesDesk, words: Words, address: str, sample: Callable[[], Awaitable[None]]) -> None:
        self._desk = desk
        self._words = words
        self._viewer = Viewer()
        self._viewer.props.update(address=address, limit=settings().max_upload_megabytes, words=words.several(*_WORDS))
        self._viewer.on("choose", lambda event: desk.choose(int(event.args)))
        self._viewer.on("live", lambda event: desk.start_live() if event.args else desk.stop_live())
        self._viewer.on("sample", sample, [])
        self._viewer.on("refused", self._refused)
        Notice(desk, words)
        self._told = text("p", "", "hint", role="status")
        desk.watch(self.follow)
        self.follow()

    def _refused(self, event: GenericEventArguments) -> None:
        self._desk.fail(upload_refusal(str(event.args)))

    def follow(self) -> None:
        """Show what the desk holds now."""
        desk, photo = self._desk, self._desk.photo
        boxes = {} if photo is None else {n: face.box_xyxy for n, face in enumerate(photo.faces)}
        self._viewer.props.update(
            source="" if photo is None else photo.address,
            size=list((4, 3) if photo is None else photo.image.size_wh),
            faces=[] if photo is None else faces_shown(boxes, photo.image.size_wh, self._words.face),
            chosen=desk.chosen,
            busy=desk.opening,
        )
        self._told.set_text(self._sentence())

    def _sentence(self) -> str:
        desk, words = self._desk, self._words
        if desk.told is not None:
            return words(desk.told)
        if desk.is_live or desk.photo is None or not desk.photo.faces:
            return ""
        count = len(desk.photo.faces)
        return words("faces-found-one") if count == 1 else words("faces-found", count=count)
