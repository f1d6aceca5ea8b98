"""The Python API: one verb a capability. Pictures come as paths, bytes, open files, Pillow pictures or arrays.

>>> import pyojeong
>>> crying_smile = pyojeong.compose("joy+sadness")
>>> crying_smile["browInnerUp"] > 0.5 and crying_smile["mouthSmileLeft"] > 0.5
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pyojeong.emotion import Emotion, Mood, Score, score_json
from pyojeong.interfaces import avatars, faces, neutral_faces, pages, performance, wiring
from pyojeong.interfaces.batch import job, orders
from pyojeong.interfaces.batch.report import Report
from pyojeong.interfaces.casting import Role, What, role_of
from pyojeong.interfaces.documents import read_document
from pyojeong.interfaces.finish import DEFAULT_FRAMES_PER_SECOND, DEFAULT_SECONDS, KEEP_BACKGROUND, Staging, Tempo
from pyojeong.interfaces.order import undo_of
from pyojeong.interfaces.score_files import write_score
from pyojeong.media import Clip, Image
from pyojeong.media.opening import ImageSource
from pyojeong.performing.avatar.avatar import Avatar
from pyojeong.performing.portrait.recipe import Recipe
from pyojeong.reading.face.neutral import NeutralFace
from pyojeong.reading.page import Page
from pyojeong.reading.text.gate import Verdict
from pyojeong.rig import Expression

Picture = ImageSource | Image
"""What the verbs take as a picture."""


def sample_portrait() -> Path:
    """A portrait that comes along, to try things on: NASA's of Eileen Collins, 512×512, one face.

    >>> open_image(sample_portrait()).size_wh
    (512, 512)
    """
    return Path(__file__).parent / "samples" / "astronaut.jpg"


def read_text(text: str, model: str | None = None) -> Score:
    """The emotion score of Korean text: for each sentence its mood and the words that decided.

    ``model`` is the name of one that was added (``pyojeong models add``); as in the settings when None.

    >>> score = read_text("오늘 발표를 망쳐서 너무 속상해.")
    >>> score.mood.leading.korean, score.beats[0].mood.unsure
    ('슬픔', False)

    Raises:
        PyojeongError: When there is nothing to read, or no such model.
    """
    return wiring.text_reader(model).read(text)


def check_manners(text: str) -> Verdict:
    """Whether a line is fit to be put on a picture for others, and which words to say more kindly.

    >>> check_manners("시발점까지 걸어갔다").polite, check_manners("꺼져, 이 나쁜 놈아").rude
    (True, ((0, 3),))
    """
    return wiring.gate().check(text)


def read_table(
    table: str | Path,
    column: str,
    output: str | Path,
    *,
    model: str | None = None,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    r"""Every row of a table read and saved with the feeling found in ``column``, on all cores; what became of the rows.

    Args:
        table: CSV, TSV, JSON Lines or Parquet, of any length.
        column: The column that holds the writing.
        output: ``.csv``, ``.jsonl`` or ``.parquet``; a run that was stopped goes on when it is called again.
        model: Name of the text model; the usual one when None.
        workers: Processes at work; as many as there are cores when None. ``RAY_ADDRESS`` names a cluster instead.
        progress: Told how many rows of how many are done.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "diary.csv").write_text("day,text\n1,너무 속상해.\n2,\n", encoding="utf-8")
    >>> report = read_table(folder / "diary.csv", "text", folder / "read.csv")
    >>> report.rows, report.read, dict(report.refused)
    (2, 1, {'empty-text': 1})

    Raises:
        PyojeongError: On a file that is no table, a column that is not there, or a place that cannot be written.
    """
    asked = orders.table_job(Path(table), column, Path(output), model=model)
    return job.run(asked, orders.pool_for(asked, workers, on_ray=False), progress or _unwatched)


def read_pictures(
    places: str | Path | Sequence[str | Path],
    output: str | Path,
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Every face in pictures and folders of pictures saved as a table, a row a face; what became of the pictures.

    The arguments are those of `read_table`; ``places`` are picture files, and folders, whose own folders are searched.

    Raises:
        PyojeongError: When there is no picture, or a place that cannot be written.
    """
    named = [places] if isinstance(places, str | Path) else places
    asked = orders.pictures_job([Path(place) for place in named], Path(output))
    return job.run(asked, orders.pool_for(asked, workers, on_ray=False), progress or _unwatched)


def read_faces(image: Picture, *, neutral: NeutralFace | None = None) -> list[faces.FaceReading]:
    """Every face, largest first: where it is, what it does and what it expresses.

    Args:
        image: The photo.
        neutral: The largest face's own neutral, from `neutral_face`: what it always looks like is then no feeling.

    >>> reading = read_faces(sample_portrait())[0]
    >>> len(reading.face.box_xyxy), reading.mood.leading.korean, reading.expression["mouthSmileLeft"] > 0.3
    (4, '기쁨', True)

    Raises:
        PyojeongError: When the picture cannot be opened or has no face to work with.
    """
    return faces.read_faces(wiring.opened_image(image), neutral=neutral)


def read_face_crop(crop: Picture) -> Mood:
    """The mood of a picture that shows nothing but a face, 32×32 pixels or more, grey or colour; none is looked for.

    >>> import numpy as np
    >>> nothing = read_face_crop(np.full((48, 48), 128, np.uint8))
    >>> round(sum(nothing.shares.values()), 3)
    1.0

    Raises:
        PyojeongError: When the picture cannot be opened.
    """
    (mood,) = wiring.face_mood_reader().read_crops([wiring.opened_image(crop).pixels])
    return mood


def neutral_face(image: Picture) -> NeutralFace:
    """How one person's resting face is read: a few numbers, to be given to `read_faces` from then on.

    >>> rest = neutral_face(sample_portrait())
    >>> read_faces(sample_portrait(), neutral=rest)[0].mood.leading.korean
    '중립'

    Raises:
        PyojeongError: When the picture cannot be opened or does not show exactly one face.
    """
    return neutral_faces.neutral_of(wiring.opened_image(image))


def read_page(image: Picture) -> Page:
    """The lines of a photographed or scanned page, read on this machine; see `docs/reading-page.md`.

    Raises:
        PyojeongError: When the picture cannot be opened, holds no writing, or Tesseract is not installed.
    """
    return pages.read_page(wiring.opened_image(image))


def compose(what: Emotion | Mood | Score | str, intensity: float | None = None) -> Expression:
    """The expression that shows a feeling: an emotion, a mood, a score, a spec such as ``슬픔:0.7``, or Korean text.

    >>> compose(Emotion.SURPRISE)["browInnerUp"] > 0.5
    True

    Raises:
        PyojeongError: When text cannot be read, or the intensity lies outside [0, 1].
    """
    return role_of(what, intensity=intensity).expression


def perform(
    image: Picture,
    what: What | Mapping[int, What] | None,
    *,
    face: int | None = None,
    intensity: float | None = None,
    neutral_first: bool = False,
    background: str = KEEP_BACKGROUND,
    mark: bool | None = None,
    recipe: Recipe | None = None,
) -> Image:
    """The picture, at its own size, with ``what`` on a face.

    Args:
        image: The photo.
        what: An emotion, a spec such as ``"슬픔:0.7"``, a mood, a score, an expression or Korean text; for several
            people face numbers with one of these each; None replays ``recipe`` alone.
        face: Number of the face, 0 is the largest; the largest when None.
        intensity: [0, 1], instead of the mood's own.
        neutral_first: Whether the photographed expression is removed first.
        background: ``keep``, ``none`` (transparent) or a colour such as ``#ffeeaa``.
        mark: Whether the small visible mark of edited photos is drawn; as in the settings when None.
        recipe: Earlier edits that come first.

    >>> photo = open_image(sample_portrait())
    >>> sad = perform(photo, "오늘 발표를 망쳐서 너무 속상해.")
    >>> sad.size_wh, bool((sad.pixels != photo.pixels).any())
    ((512, 512), True)

    Raises:
        PyojeongError: On a picture, text or number that does not work, with what would.
    """
    rehearsal = _rehearsed(image, what, face, intensity, neutral_first, recipe)
    return performance.perform(rehearsal, Staging(background, wiring.mark_wanted(mark))).image


def animate(
    image: Picture,
    what: What | Mapping[int, What] | None,
    *,
    face: int | None = None,
    intensity: float | None = None,
    neutral_first: bool = False,
    background: str = KEEP_BACKGROUND,
    mark: bool | None = None,
    recipe: Recipe | None = None,
    seconds: float = DEFAULT_SECONDS,
    frames_per_second: float = DEFAULT_FRAMES_PER_SECOND,
) -> Clip:
    """The picture going into ``what`` and back, with natural timing and blinks; larger pictures are reduced.

    The arguments are those of `perform`; ``seconds`` lies in 0.5–30 and ``frames_per_second`` in 1–60.
    """
    rehearsal = _rehearsed(image, what, face, intensity, neutral_first, recipe)
    staging = Staging(background, wiring.mark_wanted(mark))
    return performance.animate(rehearsal, Tempo(seconds, frames_per_second), staging)


def build_avatar(
    image: Picture, *, face: int | None = None, hair: str | None = None, hair_colour: str | None = None
) -> Avatar:
    """The head of a person in a photo, in three dimensions; `save_avatar` writes it.

    Args:
        image: The photo.
        face: Number of the face, 0 the largest; may be None where one face is clearly the largest.
        hair: Name of a hair style; the one the photo shows when None.
        hair_colour: ``#rrggbb``; the photo's when None.

    >>> avatar = build_avatar(sample_portrait(), hair="bob")
    >>> [piece.surface.value for piece in avatar.pieces]
    ['skin', 'eyes', 'mouth', 'lashes', 'hair']

    Raises:
        PyojeongError: When there is no face to work with, several and none chosen, or it is turned too far.
    """
    return avatars.avatar_of(wiring.opened_image(image), face=face, hair=hair, hair_colour=hair_colour)


def build_avatar_from_head(
    path: str | Path,
    *,
    codes: str | Path | None = None,
    skin: str | Path | None = None,
    hair: str | None = None,
    hair_colour: str | None = None,
    photo: Picture | None = None,
    face: int | None = None,
) -> Avatar:
    """The avatar of a head that another tool made: DECA's or any OBJ, a FLAME or a morphable model.

    Args:
        path: ``.obj`` with its MTL and picture beside it, or a model as ``.npz``, ``.pkl``, ``.mat``, ``.h5``.
        codes: The person's numbers in the model; its mean head when None.
        skin: FLAME's texture file.
        hair: Name of a hair style; the photo's when None, bald without a photo.
        hair_colour: ``#rrggbb``; the photo's when None, without one the brows'.
        photo: Of the same person, for the hair.
        face: Number of the face in the photo, 0 the largest; may be None where one is clearly the largest.

    Raises:
        PyojeongError: When a file is no head, no face is found on it or in the photo, or there is no such hair.
    """
    from pyojeong.interfaces.avatars_from_heads import avatar_of_head

    of_codes, of_skin = (None if one is None else Path(one) for one in (codes, skin))
    image = None if photo is None else wiring.opened_image(photo)
    return avatar_of_head(
        Path(path), codes=of_codes, skin=of_skin, hair=hair, hair_colour=hair_colour, photo=image, face=face
    )


def save_avatar(avatar: Avatar, path: str | Path) -> None:
    """Write ``.glb`` with 52 movements, ``.zip`` with OBJ and pictures, or ``.mp4``, once around.

    Raises:
        PyojeongError: On another suffix, or a place that cannot be written.
    """
    avatars.save_avatar(avatar, Path(path))


def load_score(path: str | Path) -> Score:
    """The score in a `pyojeong.score/1` file.

    Raises:
        PyojeongError: When it is not one.
    """
    return score_json.loads(read_document(Path(path)))


def save_score(score: Score, path: str | Path) -> None:
    """Write ``score``, whole or not at all: ``.json`` holds all of it, ``.csv`` is a table for spreadsheets.

    Raises:
        PyojeongError: On another extension or a place that cannot be written.
    """
    write_score(score, Path(path))


def open_image(source: Picture) -> Image:
    """The picture, upright, 8 bits a channel, RGB or RGBA.

    >>> import numpy as np
    >>> open_image(np.zeros((40, 60), np.uint8)).size_wh
    (60, 40)

    Raises:
        PyojeongError: When there is no readable picture.
    """
    return wiring.opened_image(source)


def save_image(image: Image, path: str | Path) -> None:
    """Write the picture in the format of the path's extension, whole or not at all.

    Raises:
        PyojeongError: On an unknown format or a place that cannot be written.
    """
    wiring.save_picture(image, Path(path))


def save_clip(clip: Clip, path: str | Path) -> None:
    """Write the clip as GIF, WebP, APNG or MP4 by the path's extension, whole or not at all.

    Raises:
        PyojeongError: On an unknown format or a place that cannot be written.
    """
    wiring.save_moving(clip, Path(path))


def _unwatched(done: int, of: int) -> None:
    """Nobody wants to know."""


def _rehearsed(
    image: Picture,
    what: What | Mapping[int, What] | None,
    face: int | None,
    intensity: float | None,
    neutral_first: bool,
    recipe: Recipe | None,
) -> performance.Rehearsal:
    roles = _roles(what, face, intensity)
    undo = undo_of(neutral_first=neutral_first)
    return performance.rehearse(wiring.opened_image(image), roles, recipe=recipe, undo=undo)


def _roles(what: What | Mapping[int, What] | None, face: int | None, intensity: float | None) -> Sequence[Role]:
    if what is None:
        return ()
    if isinstance(what, Mapping):
        return [role_of(one, face=number, intensity=intensity) for number, one in what.items()]
    return [role_of(what, face=face, intensity=intensity)]
