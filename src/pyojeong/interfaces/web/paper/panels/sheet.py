"""The picture that is read or chosen from, what goes on with it, and what the person should know."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.markup import box, button, set_attribute, text
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.paper.components import Paper
from pyojeong.interfaces.web.paper.desk import PaperDesk, Work
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.studio.components import Camera
from pyojeong.interfaces.web.studio.panels.stage import per_cent
from pyojeong.interfaces.web.words import Words

_PAPER_WORDS = (
    "paper-picture",
    "paper-empty",
    "paper-drop",
    "paper-source",
    "paper-open",
    "paper-camera",
    "paper-sample",
)
_CAMERA_WORDS = ("camera-take", "camera-close", "camera-refused", "camera-absent", "camera-insecure", "file-photo")
_WORK = {Work.OPENING: "opening", Work.READING: "paper-reading", Work.LOOKING: "paper-looking"}


class SheetPanel:
    """The left side of the page.

    Args:
        desk: What is shown.
        words: In which language.
        address: Where the browser posts pictures.
        choose_line: Turns to a line.
        sample: Lays the sample page.
    """

    def __init__(
        self,
        desk: PaperDesk,
        words: Words,
        address: str,
        choose_line: Callable[[int], None],
        sample: Callable[[], Awaitable[None]],
    ) -> None:
        self._desk = desk
        self._words = words
        self.chosen_line = -1
        with box("div", "making", role="status") as self._progress:
            self._how_far = text("span", "")
            self._bar = box("progress", max="1")
            button(words("cancel"), desk.cancel, "quiet")
        Notice(desk, words)
        self._told = text("p", "", "hint", role="status")
        self._paper = Paper()
        self._paper.props.update(
            address=address, limit=settings().max_upload_megabytes, words=words.several(*_PAPER_WORDS)
        )
        self._connect(address, choose_line, sample)
        desk.watch(self.follow)
        self.follow()

    def _connect(self, address: str, choose_line: Callable[[int], None], sample: Callable[[], Awaitable[None]]) -> None:
        camera = Camera()
        said = {**self._words.several(*_CAMERA_WORDS), "camera-title": self._words("paper-camera-title")}
        camera.props.update(address=address, words=said, facing="environment")
        camera.on("refused", self._refused)
        self._paper.on("refused", self._refused)
        self._paper.on("camera", lambda: camera.run_method("open"), [])
        self._paper.on("sample", sample, [])
        self._paper.on("line", lambda event: choose_line(int(event.args)))
        self._paper.on("face", lambda event: self._desk.choose_face(int(event.args)))

    def _refused(self, event: GenericEventArguments) -> None:
        self._desk.fail(upload_refusal(str(event.args)))

    def follow(self) -> None:
        """Show what the desk holds now."""
        desk = self._desk
        shown = desk.shown
        self._paper.props.update(
            source="" if shown is None else shown.address,
            size=list((4, 3) if shown is None else shown.size_wh),
            lines=self._lines(),
            chosen=self.chosen_line,
            faces=self._faces(),
            face=desk.face,
            busy=desk.work is not None,
        )
        self._progress.set_visibility(desk.work is not None)
        set_attribute(self._bar, "value", f"{desk.progress:.3f}")
        if desk.work is not None:
            self._how_far.set_text(self._words(_WORK[desk.work], percent=round(100 * desk.progress)))
        self._told.set_text("" if desk.told is None else self._words(desk.told))

    def _lines(self) -> list[list[float]]:
        page = self._desk.page
        return [] if page is None else [_in_per_cent(line.box_xyxy, page.size_wh) for line in page.lines]

    def _faces(self) -> list[dict[str, Any]]:
        found = self._desk.found_picture
        if found is None or self._desk.page is not None:
            return []
        width, height = found.picture.image.size_wh
        return [
            {"number": number, "box": per_cent(face.box_xyxy, width, height), "label": self._words.face(number)}
            for number, face in enumerate(found.faces)
        ]


def _in_per_cent(box_xyxy: tuple[float, float, float, float], size_wh: tuple[int, int]) -> list[float]:
    """Left, top, width and height."""
    (left, top, right, bottom), (width, height) = box_xyxy, size_wh
    shares = left / width, top / height, (right - left) / width, (bottom - top) / height
    return [round(100 * share, 2) for share in shares]
