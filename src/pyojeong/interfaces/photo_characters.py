"""Photos as the doors handle them: a person becomes a character or stickers; the photo is let go afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.failures import mendable
from pyojeong.performing.character import Character, choices_of
from pyojeong.rig import Expression

if TYPE_CHECKING:
    from pyojeong.media import Face, Image
    from pyojeong.reading.face.traits.traits import Traits
    from pyojeong.stickers.captions import Voice
    from pyojeong.stickers.likeness import Guess, Likeness
    from pyojeong.stickers.packing import Pack

FORMAT = "pyojeong.likeness/1"
FIRST_PERSON_DESIGN = "chibi"
"""Drawn from a photo when nobody chose a design."""
_CLEARLY_LARGER = 1.5
"""The largest face is taken unasked when it is so many times as wide as the next."""
_WORTH_ASKING = frozenset({"skin", "hair-colour", "hair", "hair-style", "glasses", "beard"})
"""What a person is known by; a doubtful iris may be looked at, but is nothing to be told of unasked."""
Notice = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class PhotoPerson:
    """One person of one photo, as numbers; nothing of the picture is kept.

    Attributes:
        traits: Of the face.
        expression: What the face does, as a drawing may take it up.
        clothes: Colour of the clothes; None where they are not seen.
    """

    traits: Traits
    expression: Expression
    clothes: str | None

    def as_character(
        self, design: str, *, name: str = "", seed: int = 0, chosen: Mapping[str, float | str] | None = None
    ) -> Likeness:
        """The person in ``design``; what is ``chosen`` wins over the photo.

        Raises:
            PyojeongError: When there is no such design, or it does not offer what was chosen.
        """
        from pyojeong.stickers.likeness import Guess, Likeness, character_of

        likeness = character_of(self.traits, design, seed=seed, name=name, clothes=self.clothes)
        if not chosen:
            return likeness
        character = likeness.character.with_chosen(**chosen)
        choices_of(character)
        told = (Guess(one.name, chosen[one.name], 1.0) if one.name in chosen else one for one in likeness.guesses)
        return Likeness(character, tuple(told), likeness.remarks)


def person_in(image: Image, *, face: int | None = None) -> PhotoPerson:
    """Who is in a photo.

    Args:
        image: The photo.
        face: Number of the face, 0 the largest; may be None where one face is clearly the largest.

    Raises:
        PyojeongError: Kind ``no-face`` when there is no face to work with, saying what would help; ``which-face`` when
            there are several and none was chosen; ``no-such-face``.
    """
    from pyojeong.reading.face.traits.measuring import measure_traits
    from pyojeong.stickers.likeness.clothes import worn_colour
    from pyojeong.stickers.likeness.expression import expression_of_photo

    found = chosen_face(image, face)
    traits = measure_traits(image, found)
    return PhotoPerson(traits, expression_of_photo(traits), worn_colour(image, found, traits))


def chosen_face(image: Image, number: int | None) -> Face:
    """The face meant.

    Raises:
        PyojeongError: As `person_in`.
    """
    faces = wiring.faces_of(image, () if number is None else (number,))
    if number is not None:
        return faces[number]
    if len(faces) > 1 and faces[0].size_wh[0] < _CLEARLY_LARGER * faces[1].size_wh[0]:
        raise _which(faces, image.size_wh[0])
    return faces[0]


def _which(faces: list[Face], width: int) -> PyojeongError:
    """The question which face, with the place of each from the left."""
    places = [round(100 * (face.box_xyxy[0] + face.box_xyxy[2]) / 2 / width) for face in faces]
    order = sorted(range(len(faces)), key=lambda n: places[n])
    listed = ", ".join(str(number) for number in order)
    return PyojeongError(
        f"사진에 얼굴이 {len(faces)}개 있습니다. 누구인지 --face로 골라 주세요; 왼쪽부터 {listed}번입니다.",
        f"There are {len(faces)} faces in the photo; choose one with --face. From the left: {listed}.",
        kind="which-face",
    )


def likeness_json(likeness: Likeness, expression: Expression) -> dict[str, Any]:
    """`pyojeong.likeness/1`: the character, what of it is guessed, what made the photo hard, the photo's expression."""
    return {"format": FORMAT, **likeness.to_dict(), "expression": expression.to_dict()}


def notices_of(likeness: Likeness) -> tuple[Notice, ...]:
    """What to tell the person: what made the photo hard, then what to look at."""
    from pyojeong.performing.character import design_of

    space = design_of(likeness.character).space
    told = [(remark.korean, remark.english) for remark in likeness.remarks]
    asked = [guess for guess in likeness.asked if guess.name in _WORTH_ASKING]
    if asked:
        korean = ", ".join(f"{space[guess.name].korean}({_settings(guess)})" for guess in asked)
        english = ", ".join(f"{space[guess.name].english} ({_settings(guess)})" for guess in asked)
        told.append(
            (f"확실하지 않아 확인해 주세요: {korean}. --set으로 바꿀 수 있습니다.", f"Please check: {english}; --set.")
        )
    return tuple(told)


def _settings(guess: Guess) -> str:
    """What ``--set`` calls it, and what else it may be."""
    return ": ".join(filter(None, (guess.name, ", ".join(map(str, guess.alternatives)))))


def is_picture(path: Path) -> bool:
    """Whether a file holds no JSON document, so that it must be a picture.

    Raises:
        PyojeongError: When it cannot be read.
    """
    with mendable(), path.open("rb") as file:
        start = file.read(256)
    return not start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"["))


def photo_pack_of(
    image: Image,
    store: str,
    *,
    face: int | None = None,
    count: int | None = None,
    voice: Voice | None = None,
    title: str | None = None,
    author: str = "",
    label: bool | None = None,
) -> tuple[Pack, tuple[Notice, ...]]:
    """Stickers of the person in a photo for ``store``, and what to tell: the store's rule on photos, fonts that lack.

    Args:
        image: The photo.
        store: The store's name.
        face: As `person_in`.
        count: How many; what is usual for the store when None.
        voice: How the captions speak; plainly when None.
        title: As the store shows it.
        author: As the store shows it.
        label: Whether a small label says that the photo was edited; as the settings say when None.

    Raises:
        PyojeongError: As `person_in`; when the number does not suit, or nobody can be cut out.
    """
    from pyojeong.interfaces.caption_fonts import font_notices
    from pyojeong.stickers.captions import Voice
    from pyojeong.stickers.photo_stickers import Bust, photo_notice, photo_pack
    from pyojeong.stickers.stores import find_store

    rules = find_store(store)
    bust, named, shown = Bust(image, chosen_face(image, face)), title or "내 얼굴 스티커", wiring.mark_wanted(label)
    speaking = voice or Voice.BANMAL
    pack = photo_pack(bust, rules, count=count, voice=speaking, title=named, author=author, label=shown)
    return pack, (photo_notice(rules), *font_notices(pack.stickers))


def character_from_photo(
    image: Image, design: str = FIRST_PERSON_DESIGN, *, face: int | None = None, name: str = "", seed: int = 0
) -> Character:
    """The person in a photo as a character of ``design``.

    Raises:
        PyojeongError: As `person_in`, or when there is no such design.
    """
    return replace(person_in(image, face=face).as_character(design, seed=seed).character, name=name)
