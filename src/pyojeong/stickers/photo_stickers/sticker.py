"""A bust, an act and words become one sticker of a pack."""

from __future__ import annotations

from dataclasses import asdict

from pyojeong.performing.character.acts import Act
from pyojeong.stickers.composing import act_called, known_moments
from pyojeong.stickers.lettering import Place
from pyojeong.stickers.packing import Making, Sticker
from pyojeong.stickers.photo_stickers.acting import photo_act
from pyojeong.stickers.photo_stickers.bust import Bust
from pyojeong.stickers.photo_stickers.picture import PhotoPicture

COMPOSING = 4
"""Raised when equal makings would be composed differently, so that old files are drawn again."""
DESIGN = "photo"


def photo_sticker(
    bust: Bust,
    act: Act | str,
    *,
    caption: str = "",
    moves: bool = False,
    place: Place | None = None,
    label: bool = True,
    name: str | None = None,
) -> Sticker:
    """One sticker of a person's photo; drawn when it is asked for its picture.

    Args:
        bust: The person.
        act: What the face does: an act, or the name of a moment.
        caption: The words; empty for none.
        moves: Whether it is a film of one cycle.
        place: Where the words stand; None where letters and person stay largest.
        label: Whether a small label says that the photo was edited.
        name: Its name in a pack; the act's when None.

    Raises:
        PyojeongError: When there is no such moment, or a letter cannot be drawn.
    """
    act = photo_act(act_called(act) if isinstance(act, str) else act)
    picture = PhotoPicture(bust, act, caption, moves, place, label)
    meant = known_moments().get(act.name)
    words = f" 글귀: “{caption}”" if caption else ""
    return Sticker(
        picture,
        name or act.name,
        act.emotion,
        Making(DESIGN, _parameters(picture), photo=True),
        act.intensity,
        caption,
        meant.emoji if meant else (),
        f"사진 속 사람이 ‘{act.korean}’ 하는 모습.{words}",
        f"The person of a photo, “{act.english}”.{words and f' Caption: “{caption}”'}",
    )


def _parameters(picture: PhotoPicture) -> dict[str, object]:
    """Everything the picture depends on; of the photo its digest, never the photo."""
    act = picture.act
    return {
        "versions": {"composing": COMPOSING},
        "photo_sha256": picture.bust.digest,
        "act": {
            "name": act.name,
            "expression": dict(act.key.expression.to_dict()),
            "pose": asdict(act.key.pose),
            "marks": {mark.value: strength for mark, strength in act.key.marks.items()},
            "seconds": act.seconds,
        },
        "caption": {"text": picture.caption, "place": picture.place.value if picture.place else None},
        "moves": picture.moves,
        "label": picture.label,
    }
