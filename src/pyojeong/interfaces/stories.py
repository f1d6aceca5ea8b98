"""Tales as the doors handle them: opened, cast, and made into films."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.emotion import Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.failures import person_error
from pyojeong.interfaces.text_files import decoded
from pyojeong.stories.cast import Company, Looks, Part

if TYPE_CHECKING:
    from pyojeong.performing.character import Character
    from pyojeong.performing.film.sources import ActorSource
    from pyojeong.reading.tale import Cast
    from pyojeong.stories.production import Made, Progress

SHAPES: Mapping[str, tuple[int, int]] = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1)}
HEIGHTS = (480, 720, 1080, 1440, 2160)
RATES = (24, 25, 30, 60)
LONGEST_TALE = 100_000
"""Characters: a novel of 300 pages would be a film of twelve hours."""


@dataclass(frozen=True, slots=True)
class FilmOrder:
    """What somebody asks of a film.

    Attributes:
        shape: ``16:9``, ``9:16`` or ``1:1``.
        height: Of the smaller side in lines, as people say "720p".
        rate: Frames a second.
        subtitled: Whether lines are written into the picture.
        music: Whether soft music lies under it.
        title: Of the film; the tale's own when empty.
        credits: More lines for the last page.
        workers: Processes that draw; 0 for all cores.
    """

    shape: str = "16:9"
    height: int = 720
    rate: int = 30
    subtitled: bool = True
    music: bool = True
    title: str = ""
    credits: tuple[str, ...] = field(default=())
    workers: int = 0

    def __post_init__(self) -> None:
        _offered("화면 비율", "The shape", self.shape, tuple(SHAPES))
        _offered("화면 높이", "The height", self.height, HEIGHTS)
        _offered("초당 장수", "The rate", self.rate, RATES)

    @property
    def size_wh(self) -> tuple[int, int]:
        """Pixels, both even.

        >>> FilmOrder().size_wh, FilmOrder(shape="9:16").size_wh, FilmOrder(height=480).size_wh
        ((1280, 720), (720, 1280), (854, 480))
        """
        wide, high = SHAPES[self.shape]
        factor = self.height / min(wide, high)
        return round(wide * factor / 2) * 2, round(high * factor / 2) * 2


def tale_text(path: Path) -> str:
    """The text of a tale's file: plain text, PDF or Word.

    Raises:
        PyojeongError: When it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as failure:
        known = person_error(failure)
        if known is None:
            raise
        raise known from failure
    return text_of(data, path.name)


def text_of(data: bytes, name: str) -> str:
    """The text in a tale's bytes.

    Raises:
        PyojeongError: As `tale_text`.
    """
    from pyojeong.reading.tale.opening import document_text, is_document

    return document_text(data, name) if is_document(data) else decoded(data, name).text


def cast_tale(text: str) -> Cast:
    """Who says what in a tale, and how it is felt.

    Raises:
        PyojeongError: When there is nothing to read, or far too much for a film.
    """
    if len(text) > LONGEST_TALE:
        raise PyojeongError(
            f"동화는 {LONGEST_TALE:,}자까지 영화가 되는데 {len(text):,}자입니다; 장으로 나누어 주세요.",
            f"A tale of up to {LONGEST_TALE:,} characters becomes a film, but this has {len(text):,}; split it.",
            kind="text-too-long",
        )
    return wiring.tale_reader().read(text)


def company_of(score: Score) -> Company:
    """Who plays whom when nobody said."""
    from pyojeong.reading.tale import roles_of
    from pyojeong.stories.casting import cast_by_name

    return cast_by_name(roles_of(score).names)


def made_film(score: Score, company: Company, path: Path, order: FilmOrder, *, base: Path, progress: Progress) -> Made:
    """The film of a score.

    Args:
        score: Beats with speakers.
        company: Who plays whom; speakers without a part are read by the narrator.
        path: Where it goes: a name ending in ``.mp4``.
        order: How.
        base: Folder the cast's paths count from.
        progress: Told what is being done.

    Raises:
        PyojeongError: When a part cannot be played, or the film cannot be made or written.
    """
    from pyojeong.performing.film.screenplay import Format
    from pyojeong.reading.tale import roles_of
    from pyojeong.reading.tale.reader import title_of
    from pyojeong.stories.production import Film

    if path.suffix.lower() != ".mp4":
        raise PyojeongError(
            f"영화는 .mp4 로 저장하는데 {path.name}입니다.",
            f"Films are saved as .mp4, but got {path.name}.",
            kind="unknown-format",
        )
    film = Film(
        score=score,
        about=roles_of(score).about,
        company=company,
        actors=actors_of(company, base),
        title=order.title or title_of(score.text)[0] or path.stem,
        credits=(*order.credits, *_credits(company)),
        format=Format(order.size_wh, order.rate),
        subtitled=order.subtitled,
    )
    return wiring.film_maker(music=order.music, workers=order.workers).make(film, path, progress=progress)


def actors_of(company: Company, base: Path) -> dict[str, ActorSource]:
    """Where every part that is seen comes from.

    Raises:
        PyojeongError: When a design is unknown, a file is missing, or a photo holds no face.
    """
    return {role: _source(part, base, role) for role, part in company.parts.items() if part.looks is not Looks.UNSEEN}


def _source(part: Part, base: Path, role: str) -> ActorSource:
    from pyojeong.performing.film.sources import AvatarSource, CharacterSource, PhotoSource

    if part.looks is Looks.CHARACTER:
        return CharacterSource(replace(_character(part, base), name=part.shown or role))
    path = (base / part.source).resolve()
    if not path.is_file():
        raise PyojeongError(
            f"{role} 배역의 파일이 없습니다: {part.source}",
            f"The file of role {role} is missing: {part.source}",
            kind="missing-file",
        )
    if part.looks is Looks.AVATAR:
        return AvatarSource(path)
    image = wiring.opened_image(path)
    return PhotoSource(path, wiring.faces_of(image, (0,))[0])


def _character(part: Part, base: Path) -> Character:
    from pyojeong.interfaces.characters import load_character, new_character

    if part.source.endswith(".json"):
        return load_character(base / part.source).with_chosen(**part.chosen)
    return new_character(part.source, chosen=part.chosen)


def _credits(company: Company) -> tuple[str, ...]:
    """What a viewer has to know: that voices are a machine's, and whose photos were edited."""
    lines = ["목소리: 컴퓨터가 읽었습니다", "그림·음악: 표정(Pyojeong)이 그리고 지었습니다"]
    if any(part.looks in (Looks.PHOTO, Looks.AVATAR) for part in company.parts.values()):
        lines.append("사진 속 얼굴의 표정과 말은 합성한 것입니다")
    return tuple(lines)


def _offered(korean: str, english: str, wished: object, offered: tuple[object, ...]) -> None:
    if wished not in offered:
        names = ", ".join(map(str, offered))
        raise PyojeongError(
            f"{korean}은(는) {names} 가운데 하나인데 {wished}입니다.",
            f"{english} is one of {names}, but got {wished}.",
            kind="option",
        )
