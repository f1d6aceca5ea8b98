"""A figure and its words drawn together, at any size, still or moving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pyojeong.media import Clip, Image
from pyojeong.media.drawing import Drawing, Group, Node
from pyojeong.media.drawing.nodes import Point
from pyojeong.media.drawing.painting import painted
from pyojeong.media.drawing.svg import svg_of
from pyojeong.media.image import Pixels
from pyojeong.performing.character import Character, Edge, Legs
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.filming import FRAMES, scenes_of
from pyojeong.performing.character.stage import Scene, scene
from pyojeong.stickers.composing.room import around, canvas_of, centring, face_box, figure_box, settled, within
from pyojeong.stickers.composing.speech import Speech
from pyojeong.stickers.lettering import Place, Placed, Style, lacking, motion_for, style_for
from pyojeong.stickers.packing import CaptionDrawn

_ON_FEET = (Legs.STAND, Legs.WIDE, Legs.KNOCK, Legs.TIPTOE)
_FEET = 0.1
"""Share of a standing figure's height that words below may hide beside what they always may; chosen by looking."""
SIGN = "sign"
"""The prop that is a board for words."""


@dataclass(frozen=True, slots=True, eq=False)
class Composition:
    """What one sticker shows; asked for a size, it draws itself at that size.

    Attributes:
        character: Who.
        act: What it does.
        caption: The words; empty for none.
        stressed: The word that takes the accent; empty for none.
        moves: Whether it is a film of the act.
        place: Where the words stand; None where letters and figure stay largest.
        edge: What surrounds the figure.
    """

    character: Character
    act: Act
    caption: str = ""
    stressed: str = ""
    moves: bool = False
    place: Place | None = None
    edge: Edge = Edge.WHITE

    def __call__(self, size_wh: tuple[int, int]) -> Image | Clip:
        """RGBA of exactly this width and height in pixels; a `Clip` of one cycle, frame 0 the key pose, when it moves.

        Raises:
            PyojeongError: When the design is unknown or does not offer what was chosen, or a letter cannot be drawn.
        """
        if not self.moves:
            return painted(self.drawing(size_wh), size_wh[0])
        film = _film(self, canvas_of(size_wh))

        def frame(number: int) -> Pixels:
            return painted(film.drawing(number), size_wh[0]).pixels

        return Clip(frame, FRAMES, FRAMES / self.act.seconds, size_wh)

    def drawing(self, size_wh: tuple[int, int]) -> Drawing:
        """The still; its canvas has the proportions of ``size_wh``, its shorter side the designs' units."""
        canvas = canvas_of(size_wh)
        return _still(self, canvas).drawing(0)

    def caption_drawn(self, size_wh: tuple[int, int]) -> CaptionDrawn | None:
        """Where the words are in the still, or in the first frame; None when there are none."""
        return (_film if self.moves else _still)(self, canvas_of(size_wh)).told

    @property
    def lacking(self) -> str:
        """Letters the caption's font lacks, so that all of it is written in the plain one; empty for none."""
        return lacking(self.caption, self.style) if self.caption else ""

    def svg(self, size_wh: tuple[int, int] = (360, 360)) -> str:
        """The still as an SVG document that needs no font."""
        return svg_of(self.drawing(size_wh))

    @property
    def style(self) -> Style:
        """How the caption is dressed."""
        return style_for(self.act.emotion, self.act.intensity, seed=1 + self.character.seed)

    @property
    def _act(self) -> Act:
        """The act; a sign-board in its hands gives way to the one the words stand on."""
        if not self._on_sign:
            return self.act
        key = self.act.key
        return replace(self.act, key=replace(key, pose=replace(key.pose, prop="")))

    @property
    def _on_sign(self) -> bool:
        return bool(self.caption) and self.act.key.pose.prop == SIGN


class _Film:
    """Every moment of a composition, one scale and shift for all."""

    def __init__(self, made: Composition, canvas: Point, scenes: Sequence[Scene]) -> None:
        self._made, self._canvas, self._scenes = made, canvas, scenes
        self._figure = around([figure_box(shot, made.edge) for shot in scenes]).moved(*centring(canvas)[4:])
        faces = around([face_box(shot.figure) for shot in scenes]).moved(*centring(canvas)[4:])
        self._face = within(faces, self._figure)
        self._speech: Speech | None = None
        self._placed: Placed | None = None
        if made.caption:
            self._speech, self._placed = self._spoken()

    @property
    def told(self) -> CaptionDrawn | None:
        """Where the words are in frame 0."""
        return None if self._speech is None or self._placed is None else self._speech.told(self._placed)

    def drawing(self, number: int) -> Drawing:
        """One frame."""
        first, shot = self._placed, self._scenes[number]
        room = settled(self._figure, self._canvas) if first is None else first.room.matrix
        figure = Group((shot.shadow, *shot.shown(self._made.edge)), matrix=room @ centring(self._canvas), name="figure")
        words: tuple[Node, ...] = ()
        if self._speech is not None and first is not None:
            words = ((self._speech.placed(number, first.place) if number else first).node,)
        return Drawing(Group((figure, *words), name="sticker"), self._canvas, title=shot.title)

    def _spoken(self) -> tuple[Speech, Placed]:
        """Below, words may hide the feet of who stands, so that head and hands stay larger."""
        whole, pose = self._whole_speech(), self._made.act.key.pose
        standing = pose.legs in _ON_FEET and not self._made.act.key.gag
        if standing and self._made.place in (None, Place.BELOW):
            figure = self._figure
            low = max(self._face.bottom, figure.bottom - _FEET * figure.height)
            over_feet = replace(whole, figure=figure._replace(bottom=low))
            placed = over_feet.placed()
            if placed.place is Place.BELOW:
                return over_feet, placed
        return whole, whole.placed()

    def _whole_speech(self) -> Speech:
        made = self._made
        return Speech(
            made.caption,
            made.style,
            self._figure,
            self._face,
            self._canvas,
            Place.SIGN if made._on_sign else made.place,
            made.stressed,
            motion_for(made.act.emotion) if made.moves else None,
            len(self._scenes),
        )


@lru_cache(maxsize=1)
def _film(made: Composition, canvas: Point) -> _Film:
    """The film made last is kept: who has asked for the picture asks for the place of its words next."""
    return _Film(made, canvas, scenes_of(made.character, made._act))


@lru_cache(maxsize=1)
def _still(made: Composition, canvas: Point) -> _Film:
    """As `_film`."""
    return _Film(made, canvas, (scene(made.character, made._act.key),))
