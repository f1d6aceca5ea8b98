"""Tales as the doors handle them: opened, cast, and made into films."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyojeong.emotion import Score, score_json
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.actors import actors_of, beside
from pyojeong.interfaces.failures import mendable
from pyojeong.interfaces.messages import readable
from pyojeong.interfaces.text_files import MAX_TEXT_BYTES, decoded
from pyojeong.media.writing import check_place
from pyojeong.stories.cast import Company, Looks

if TYPE_CHECKING:
    from pyojeong.performing.film.sources import ActorSource
    from pyojeong.stories.production import Film, Made, Progress
    from pyojeong.stories.tales import Tale

TALE_FORMAT, FILM_FORMAT = "pyojeong.tale/1", "pyojeong.film/1"
SHAPES: Mapping[str, tuple[int, int]] = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1)}
HEIGHTS = (480, 720, 1080, 1440, 2160)
RATES = (24, 25, 30, 60)
LONGEST_TITLE, MOST_WORKERS = 80, 64
LONGEST_TALE = 100_000
"""Characters: a novel of 300 pages would be a film of twelve hours."""


@dataclass(frozen=True, slots=True)
class Story:
    """A tale that was read and cast.

    Attributes:
        title: Its first line where that stands alone; else empty.
        score: Beats with speakers.
        company: Who plays whom.
        credits: Whom the tale is owed to: lines of the film's last page.
    """

    title: str
    score: Score
    company: Company
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilmOrder:
    """What somebody asks of a film.

    Attributes:
        shape: ``16:9``, ``9:16`` or ``1:1``.
        height: Of the smaller side in lines, as people say "720p".
        frames_per_second: Of the film.
        subtitled: Whether lines are written into the picture.
        music: Whether soft music lies under it.
        title: Of the film; the tale's own when empty.
        credits: More lines for the last page.
        workers: Processes that draw; all cores when None.
    """

    shape: str = "16:9"
    height: int = 720
    frames_per_second: int = 30
    subtitled: bool = True
    music: bool = True
    title: str = ""
    credits: tuple[str, ...] = field(default=())
    workers: int | None = None

    def __post_init__(self) -> None:
        _check_title(self.title)
        if self.workers is not None and not 1 <= self.workers <= MOST_WORKERS:
            raise PyojeongError(
                f"함께 일할 프로세스는 1에서 {MOST_WORKERS}까지인데 {self.workers}입니다.",
                f"From 1 to {MOST_WORKERS} processes may draw, but got {self.workers}.",
                kind="option",
            )
        _offered("화면 비율은", "The shape", self.shape, tuple(SHAPES))
        _offered("화면 높이는", "The height", self.height, HEIGHTS)
        _offered("1초당 장수는", "The rate", self.frames_per_second, RATES)

    @property
    def size_wh(self) -> tuple[int, int]:
        """Pixels, both even.

        >>> FilmOrder().size_wh, FilmOrder(shape="9:16").size_wh, FilmOrder(height=480).size_wh
        ((1280, 720), (720, 1280), (854, 480))
        """
        return size_of(self.shape, self.height)


def size_of(shape: str, height: int) -> tuple[int, int]:
    """Width and height of a shape whose smaller side has ``height`` lines, both even.

    >>> size_of("1:1", 360)
    (360, 360)
    """
    wide, high = SHAPES[shape]
    factor = height / min(wide, high)
    return round(wide * factor / 2) * 2, round(high * factor / 2) * 2


def tale_text(path: Path) -> str:
    """The text of a tale's file: plain text, PDF or Word.

    Raises:
        PyojeongError: When it cannot be read.
    """
    with mendable(), path.open("rb") as stream:
        data = stream.read(MAX_TEXT_BYTES + 1)
    return text_of(data, path.name)


def text_of(data: bytes, name: str) -> str:
    """The text in a tale's bytes.

    Raises:
        PyojeongError: As `tale_text`.
    """
    from pyojeong.reading.tale.opening import document_text, is_document

    return document_text(data, name) if is_document(data, name) else decoded(data, name).text


def cast_tale(text: str) -> Story:
    """Who says what in a tale, how it is felt, and who plays whom.

    Raises:
        PyojeongError: When there is nothing to read, or far too much for a film.
    """
    check_length(text)
    found = wiring.tale_reader().read(text)
    return Story(found.title, found.score, company_of(found.score))


def cast_own_tale(tale: Tale) -> Story:
    """A tale of a collection, cast; its makers and its licence are named at the film's end.

    Raises:
        PyojeongError: As `cast_tale`.
    """
    return replace(cast_tale(tale.text), title=tale.title, credits=tale.credits)


def check_length(text: str) -> None:
    """Returns when a film can be made of so long a text.

    Raises:
        PyojeongError: ``text-too-long`` when not.
    """
    if len(text) > LONGEST_TALE:
        raise PyojeongError(
            f"동화는 {LONGEST_TALE:,}자까지 영화가 되는데 {len(text):,}자입니다; 장으로 나누어 주세요.",
            f"A tale of up to {LONGEST_TALE:,} characters becomes a film, but this has {len(text):,}; split it.",
            kind="text-too-long",
        )


def company_of(score: Score) -> Company:
    """Who plays whom when nobody said."""
    from pyojeong.reading.tale import roles_of
    from pyojeong.stories.casting import cast_by_name

    return cast_by_name(roles_of(score).names, score.text)


def story_of(score: Score) -> Story:
    """The story a score tells, cast by name.

    Raises:
        PyojeongError: When somebody wrote a place or a weather into it that is not drawn.
    """
    from pyojeong.reading.tale.reader import title_of
    from pyojeong.stories.directing.places import choice_of

    for beat in score.beats:
        choice_of(beat)  # before everything is said, not after it
    return Story(title_of(score.text)[0], score, company_of(score))


def film_of(story: Story, order: FilmOrder, actors: Mapping[str, ActorSource], *, untitled: str) -> Film:
    """What a film maker is asked.

    Args:
        story: What is told and who plays whom; speakers without a part are read by the narrator.
        order: How.
        actors: Of every part that is seen.
        untitled: The title of a tale that has none.
    """
    from pyojeong.performing.film.screenplay import Format
    from pyojeong.reading.tale import roles_of
    from pyojeong.stories.production import Film

    roles = roles_of(story.score)
    return Film(
        score=story.score,
        about=roles.about,
        there=roles.there,
        company=story.company,
        actors=actors,
        title=_shown(order.title) or _shown(story.title) or _shown(untitled),
        credits=(*story.credits, *order.credits, *_credits(story.company)),
        format=Format(order.size_wh, order.frames_per_second),
        subtitled=order.subtitled,
    )


def made_film(story: Story, path: Path, order: FilmOrder, *, base: Path, progress: Progress) -> Made:
    """The film of a story.

    Args:
        story: What is told and who plays whom.
        path: Where it goes: a name ending in ``.mp4``.
        order: How.
        base: Folder the cast's paths count from.
        progress: Told what is being done.

    Raises:
        PyojeongError: When a part cannot be played, or the film cannot be made or written.
    """
    if path.suffix.lower() != ".mp4":
        raise PyojeongError(
            f"영화는 .mp4 로 저장하는데 {path.name}입니다.",
            f"Films are saved as .mp4, but got {path.name}.",
            kind="unknown-format",
        )
    for file in (path, path.with_suffix(".srt"), path.with_suffix(".vtt")):
        check_place(file)  # before a quarter of an hour's drawing, not after it
    film = film_of(story, order, actors_of(story.company, beside(base)), untitled=path.stem)
    return wiring.film_maker(music=order.music, workers=order.workers or 0).make(film, path, progress=progress)


def cast_notices(story: Story) -> tuple[tuple[str, str], ...]:
    """What to tell of a cast somebody wrote: names the tale does not know, and who is left to the narrator."""
    from pyojeong.reading.tale import roles_of

    there = roles_of(story.score).names
    unknown = ", ".join(role for role in story.company.parts if role not in there)
    speakers = dict.fromkeys(beat.speaker for beat in story.score.beats if beat.speaker)
    unplayed = ", ".join(speaker for speaker in speakers if speaker not in story.company.parts)
    told = []
    if unknown:
        told.append((f"배역표에 있지만 동화에 나오지 않는 이름: {unknown}.", f"Cast, but not in the tale: {unknown}."))
    if unplayed:
        told.append(
            (f"배역표에 없어 보이지 않고 해설이 읽는 이: {unplayed}.", f"Unseen and read by the narrator: {unplayed}.")
        )
    return tuple(told)


def story_json(story: Story) -> dict[str, Any]:
    """`pyojeong.tale/1`: the title, the score, the roles and who plays them."""
    from pyojeong.stories.cast_toml import company_to_document

    return {
        "format": TALE_FORMAT,
        "title": story.title,
        "roles": list(story.company.parts),
        "score": score_json.score_to_json(story.score),
        "cast": company_to_document(story.company),
    }


def film_json(made: Made, output: str, subtitles: list[str]) -> dict[str, Any]:
    """`pyojeong.film/1`: what was made, and which lines no voice could say."""
    return {
        "format": FILM_FORMAT,
        "output": output,
        "subtitles": subtitles,
        "title": made.screenplay.title,
        "size_wh": list(made.screenplay.format.size_wh),
        "frames_per_second": made.screenplay.format.frames_per_second,
        "seconds": made.seconds,
        "frames": made.frames,
        "drawn": made.drawn,
        "scenes": len(made.screenplay.scenes),
        "drawn_scene_count": len(made.drawn_scenes),
        "unsaid": [
            {"beat": beat, "message": readable(told.korean), "message_en": readable(told.english)}
            for beat, told in made.unsaid
        ],
    }


def _shown(title: str) -> str:
    r"""A title without what no font shows and no screen should meet: a tale's first line or a file's name may hold it.

    >>> _shown("곰의\x07 노래 \ud800"), _shown("\x1b")
    ('곰의 노래', '')
    """
    return " ".join("".join(letter for letter in title if letter.isprintable()).split())


def _credits(company: Company) -> tuple[str, ...]:
    """What a viewer has to know: that voices are a machine's, and whose photos were edited."""
    lines = ["목소리: 컴퓨터가 읽었습니다", "그림·음악: 표정(Pyojeong)이 그리고 지었습니다"]
    if any(part.looks in (Looks.PHOTO, Looks.AVATAR) for part in company.parts.values()):
        lines.append("사진 속 얼굴의 표정과 말은 합성한 것입니다")
    return tuple(lines)


def _check_title(title: str) -> None:
    if len(title) > LONGEST_TITLE or not title.isprintable():
        raise PyojeongError(
            f"제목은 줄을 바꾸지 않은 {LONGEST_TITLE}자까지의 글이어야 합니다.",
            f"A title is one line of up to {LONGEST_TITLE} characters, without control characters.",
            kind="option",
        )


def _offered(korean: str, english: str, wished: object, offered: tuple[object, ...]) -> None:
    if wished not in offered:
        names = ", ".join(map(str, offered))
        raise PyojeongError(
            f"{korean} {names} 가운데 하나인데 {wished}입니다.",
            f"{english} is one of {names}, but got {wished}.",
            kind="option",
        )
