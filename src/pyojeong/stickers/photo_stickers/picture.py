"""A photo sticker drawn at any size: marks behind, rim, person, marks before, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pyojeong.media import Clip, Image
from pyojeong.media.drawing import Drawing, Group, Node
from pyojeong.media.drawing.nodes import Matrix, Shape, Stroke
from pyojeong.media.drawing.outline import bounds
from pyojeong.media.drawing.painting import painted
from pyojeong.media.image import Pixels
from pyojeong.performing.character import Acting
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.filming import FRAMES
from pyojeong.performing.character.marks import mark_nodes, seating_of
from pyojeong.performing.character.marks.drawn import MarksDrawn, Seating
from pyojeong.performing.finishing.mark import visible_mark
from pyojeong.stickers.composing.room import around, canvas_of, centring, face_box, settled, within
from pyojeong.stickers.composing.speech import Speech
from pyojeong.stickers.lettering import Box, Place, Style, lacking, motion_for, style_for
from pyojeong.stickers.packing import CaptionDrawn
from pyojeong.stickers.photo_stickers.bust import Bust
from pyojeong.stickers.photo_stickers.figure import PEN, RIM, bust_placed, figure_of, stance
from pyojeong.stickers.photo_stickers.tint import TINTS, tinted

_WHITE = "#ffffff"
_SHADE, _SHADE_WIDTH, _SHADE_OPACITY = "#1e1f24", 1.4, 0.22
"""A breath of shade around the rim: white hair on a white ground still ends somewhere."""
_LABEL_FROM = 200
"""Pixels of a side from which the label that the photo was edited can be read; smaller icons go without."""
Layer = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PhotoPicture:
    """What one photo sticker shows; asked for a size, it draws itself at that size.

    Attributes:
        bust: Whose photo.
        act: What the face does, and the marks beside it.
        caption: The words; empty for none.
        moves: Whether it is a film: the person sways and squashes, the marks play.
        place: Where the words stand; None where letters and person stay largest.
        label: Whether a small label says that the photo was edited.
    """

    bust: Bust
    act: Act
    caption: str = ""
    moves: bool = False
    place: Place | None = None
    label: bool = True

    def __call__(self, size_wh: tuple[int, int]) -> Image | Clip:
        """RGBA of exactly this width and height; a `Clip` of one cycle, frame 0 the key pose, when it moves."""
        film = _film(self, size_wh)
        if not self.moves:
            return Image(film.frame(0), name=self.act.name)
        return Clip(film.frame, FRAMES, FRAMES / self.act.seconds, size_wh)

    def caption_drawn(self, size_wh: tuple[int, int]) -> CaptionDrawn | None:
        """Where the words are in the still, or in the first frame; None when there are none."""
        return _film(self, size_wh).told if self.caption else None

    @property
    def lacking(self) -> str:
        """Letters the caption's font lacks, so that all of it is written in the plain one; empty for none."""
        return lacking(self.caption, self.style) if self.caption else ""

    @property
    def style(self) -> Style:
        """How the caption is dressed."""
        return style_for(self.act.emotion, self.act.intensity)


@dataclass(frozen=True, slots=True, eq=False)
class _Shot:
    """One moment on the canvas: where the person is, and the marks."""

    placed: Matrix
    rim: Shape
    edge: Shape
    marks: MarksDrawn
    face: Box

    @property
    def box(self) -> Box:
        return Box(*bounds(Group((*self.marks.behind, self.edge, self.rim, *self.marks.front))))


class _Film:
    """Every moment of a picture, one scale and shift for all."""

    def __init__(self, made: PhotoPicture, size_wh: tuple[int, int], actings: Sequence[Acting]) -> None:
        self._made, self._size, self._canvas = made, size_wh, canvas_of(size_wh)
        first = self._shot(actings[0], None)
        seating = seating_of(figure_of(made.bust, stance(actings[0])), actings[0].marks) if len(actings) > 1 else None
        self._shots = [first, *(self._shot(acting, seating) for acting in actings[1:])]
        middle = centring(self._canvas)
        self._figure = around([shot.box for shot in self._shots]).moved(*middle[4:])
        self._face = within(around([shot.face for shot in self._shots]).moved(*middle[4:]), self._figure)
        self._speech = self._spoken() if made.caption else None
        self._words = None if self._speech is None else self._speech.placed()
        room = settled(self._figure, self._canvas) if self._words is None else self._words.room.matrix
        self._to_canvas = room @ middle
        person = made.bust.showing(actings[0].expression)
        self._person = _premultiplied(tinted(person, made.bust.points, actings[0].marks.items()))

    @property
    def told(self) -> CaptionDrawn | None:
        """Where the words are in frame 0."""
        return None if self._speech is None or self._words is None else self._speech.told(self._words)

    def frame(self, number: int) -> Pixels:
        """H×W×4."""
        shot = self._shots[number]
        layers = [self._painted((*shot.marks.behind, shot.edge, shot.rim), self._to_canvas)]
        layers.append(self._warped(shot) * self._grown(shot))
        layers.append(self._painted(shot.marks.front, self._to_canvas))
        if self._speech is not None and self._words is not None:
            words = self._speech.placed(number, self._words.place) if number else self._words
            layers.append(self._painted((words.node,), Matrix()))
        pixels = _straight(_stacked(layers))
        if not self._made.label or min(self._size) < _LABEL_FROM:
            return pixels
        faces = [self._to_pixels(shot.face)]
        return visible_mark(self._size, faces).over(pixels)

    def _shot(self, acting: Acting, seating: Seating | None) -> _Shot:
        matrix = stance(acting)
        figure = figure_of(self._made.bust, matrix)
        beside = {mark: strength for mark, strength in acting.marks.items() if mark not in TINTS}
        marks = mark_nodes(PEN, figure, replace(acting, marks=beside), seating=seating)
        rim = Shape(figure.silhouette, fill=_WHITE, stroke=Stroke(_WHITE, 2 * RIM))
        edge = Shape(figure.silhouette, stroke=Stroke(_SHADE, 2 * RIM + 2 * _SHADE_WIDTH, opacity=_SHADE_OPACITY))
        return _Shot(matrix, rim, edge, marks, face_box(figure))

    def _spoken(self) -> Speech:
        made = self._made
        return Speech(
            made.caption,
            made.style,
            self._figure,
            self._face,
            self._canvas,
            made.place,
            motion=motion_for(made.act.emotion) if made.moves else None,
            frames=len(self._shots),
        )

    def _painted(self, nodes: Sequence[Node], matrix: Matrix) -> Layer:
        drawing = Drawing(Group(tuple(nodes), matrix=matrix), self._canvas)
        return _premultiplied(_sized(painted(drawing, self._size[0]).pixels, self._size))

    def _warped(self, shot: _Shot) -> Layer:
        """The person where the shot has it, averaged down before it is turned."""
        way, person = self._pixel_way(shot), self._person
        share = min(1.0, abs(way.a * way.d - way.b * way.c) ** 0.5)
        if share < 1:
            size = max(1, round(person.shape[1] * share)), max(1, round(person.shape[0] * share))
            person = np.asarray(cv2.resize(person, size, interpolation=cv2.INTER_AREA), np.float32)
        matrix = np.array([[way.a / share, way.c / share, way.e], [way.b / share, way.d / share, way.f]])
        return np.asarray(cv2.warpAffine(person, matrix, self._size, flags=cv2.INTER_LINEAR), np.float32)

    def _grown(self, shot: _Shot) -> Layer:
        """Where the rim is: hair that stands out beyond it is cut with it."""
        return self._painted((shot.rim,), self._to_canvas)[..., 3:]

    def _pixel_way(self, shot: _Shot) -> Matrix:
        scale = self._size[0] / self._canvas[0]
        return Matrix.scaled(scale, scale, (0.0, 0.0)) @ self._to_canvas @ shot.placed @ bust_placed(self._made.bust)

    def _to_pixels(self, box: Box) -> tuple[float, float, float, float]:
        scale = self._size[0] / self._canvas[0]
        (left, top), (right, bottom) = (
            self._to_canvas.of((box.left, box.top)),
            self._to_canvas.of((box.right, box.bottom)),
        )
        return scale * left, scale * top, scale * right, scale * bottom


def _film(made: PhotoPicture, size_wh: tuple[int, int]) -> _Film:
    """Made anew whenever it is asked for: nothing of a photo is kept once its picture is let go."""
    count = FRAMES if made.moves else 1
    return _Film(made, size_wh, [made.act.at(number / FRAMES) for number in range(count)])


def _sized(pixels: Pixels, size_wh: tuple[int, int]) -> Pixels:
    """A canvas of odd proportions may come out a row off."""
    if pixels.shape[1::-1] == size_wh:
        return pixels
    return np.asarray(cv2.resize(pixels, size_wh, interpolation=cv2.INTER_AREA), np.uint8)


def _premultiplied(pixels: Pixels) -> Layer:
    alpha = pixels[..., 3:].astype(np.float32) / 255
    return np.dstack([pixels[..., :3].astype(np.float32) / 255 * alpha, alpha])


def _stacked(layers: Sequence[Layer]) -> Layer:
    """Layers over one another, the lowest first."""
    out = layers[0]
    for layer in layers[1:]:
        out = layer + out * (1 - layer[..., 3:])
    return out


def _straight(layer: Layer) -> Pixels:
    alpha = layer[..., 3:]
    rgb = np.divide(layer[..., :3], alpha, out=np.zeros_like(layer[..., :3]), where=alpha > 1e-3)
    return np.asarray(np.rint(255 * np.clip(np.dstack([rgb, alpha]), 0, 1)), np.uint8)
