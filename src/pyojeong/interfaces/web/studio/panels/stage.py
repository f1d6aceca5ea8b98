"""The photo, its faces, and what to know about the result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui.events import GenericEventArguments

from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.markup import box, text
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.refusals import upload_refusal
from pyojeong.interfaces.web.studio.components import Camera, Stage
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.photo import Size
from pyojeong.interfaces.web.words import Words

FACE_MARGIN = 0.12
"""Faces are outlined this share of their size outside the landmarks, which stop at the hairline (by eye)."""
_STAGE_WORDS = (
    "stage",
    "upload",
    "camera",
    "sample",
    "drop",
    "before",
    "after",
    "hold",
    "hold-hint",
    "compare",
    "split",
    "zoom",
    "undo",
    "redo",
    "opening",
    "loupe",
)
_CAMERA_WORDS = (
    "camera-title",
    "camera-take",
    "camera-close",
    "camera-refused",
    "camera-absent",
    "camera-insecure",
    "file-photo",
)


class StagePanel:
    """The left side of the studio.

    Args:
        desk: What is shown.
        words: In which language.
        address: Where the browser posts photos.
        sample: Puts the sample portrait back.
    """

    def __init__(self, desk: Desk, words: Words, address: str, sample: Callable[[], Awaitable[None]]) -> None:
        self._desk = desk
        self._words = words
        self._stage = Stage()
        self._stage.props.update(
            address=address, limit=settings().max_upload_megabytes, words=words.several(*_STAGE_WORDS), size=[1, 1]
        )
        camera = Camera()
        camera.props.update(address=address, words=words.several(*_CAMERA_WORDS))
        self._connect(camera, sample)
        Notice(desk, words)
        with box("p", "facts", aria_live="polite"):
            self._facts = [text("span", "") for _ in range(3)]
        self._hint = text("p", "", "hint")
        desk.watch(self.follow)
        self.follow()

    def _connect(self, camera: Camera, sample: Callable[[], Awaitable[None]]) -> None:
        desk, stage = self._desk, self._stage
        stage.on("choose", lambda event: desk.choose_face(int(event.args)))
        stage.on("undo", desk.undo, [])
        stage.on("redo", desk.redo, [])
        stage.on("sample", sample, [])
        stage.on("camera", lambda: camera.run_method("open"), [])
        stage.on("sharpen", desk.sharpen, [])
        stage.on("refused", self._refused)
        camera.on("refused", self._refused)

    def _refused(self, event: GenericEventArguments) -> None:
        self._desk.fail(upload_refusal(str(event.args)))

    def follow(self) -> None:
        """Show what the desk holds now."""
        desk = self._desk
        self._stage.props.update(
            before=desk.before,
            after="" if desk.shown is None else desk.shown.address,
            size=list((1, 1) if desk.photo is None else desk.photo.image.size_wh),
            faces=self._faces(),
            chosen=desk.face,
            busy=desk.easel.busy,
            opening=desk.opening,
            undoable=desk.history.undoable,
            redoable=desk.history.redoable,
        )
        emotion = desk.look.emotion
        self._stage.style(replace="" if emotion is None else f"--feeling:var(--{emotion})")
        for element, words in zip(self._facts, self._sentences(), strict=True):
            element.set_text(words)
        several = 0 if desk.photo is None else len(desk.photo.faces)
        self._hint.set_text(self._words("faces-found", count=several) if several > 1 else self._words("drop-hint"))

    def _sentences(self) -> tuple[str, str, str]:
        photo, shown, words = self._desk.photo, self._desk.shown, self._words
        if photo is None:
            return words("opening"), "", ""
        width, height = photo.image.size_wh
        size = words("size-kept", width=f"{width:,}", height=f"{height:,}")
        if shown is None or shown.size is Size.PREVIEW:
            return size, words("drawing"), ""
        if shown.changed_share == 0:
            return size, words("unchanged"), ""
        changed = words("area-changed", percent=f"{100 * shown.changed_share:.1f}")
        return size, changed, words("took", milliseconds=f"{shown.milliseconds:,.0f}")

    def _faces(self) -> list[dict[str, Any]]:
        photo = self._desk.photo
        if photo is None:
            return []
        width, height = photo.image.size_wh
        boxes = [per_cent(face.box_xyxy, width, height) for face in photo.faces]
        return [
            {"number": number, "box": place, "label": self._face_label(number)} for number, place in enumerate(boxes)
        ]

    def _face_label(self, number: int) -> str:
        name = self._words.face(number)
        emotion = self._desk.look_of(number).emotion
        return name if emotion is None else f"{name}: {self._words.emotion(emotion)}"


def per_cent(box_xyxy: tuple[float, float, float, float], width: int, height: int) -> list[float]:
    """Left, top, width and height of a face's outline in per cent of the picture, within it.

    >>> per_cent((40, 40, 60, 60), 100, 200)
    [37.6, 18.8, 24.8, 12.4]
    """
    left, top, right, bottom = box_xyxy
    aside, above = FACE_MARGIN * (right - left), FACE_MARGIN * (bottom - top)
    x0, x1 = max(0.0, left - aside) / width, min(float(width), right + aside) / width
    y0, y1 = max(0.0, top - above) / height, min(float(height), bottom + above) / height
    return [round(100 * share, 2) for share in (x0, y0, x1 - x0, y1 - y0)]
