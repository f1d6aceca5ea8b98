"""``pyojeong read face``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pyojeong.emotion import Emotion
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.asking import option
from pyojeong.interfaces.cli.batch import named_output, read_into_table
from pyojeong.interfaces.cli.options import AsJson, OnRay, Pictures, TableFile, Workers
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show
from pyojeong.interfaces.messages import say, sentence

if TYPE_CHECKING:
    from rich.table import Table

    from pyojeong.reading.face.neutral import NeutralFace

STRONGEST = 3
"""Movements a row of the table names; ``--json`` has all."""
LEAST_SHOWN = 0.15
"""Weaker movements are within the error of reading them from the mesh; weaker feelings are seldom there."""
_HEADINGS = (
    ("사진", "photo"),
    ("얼굴", "face"),
    ("자리", "box"),
    ("감정", "feeling"),
    ("고개 ↔ ↕ ↻", "head ↔ ↕ ↻"),
    ("하는 일", "does"),
)


Neutral = Annotated[
    str | None,
    option(
        "--neutral",
        "가장 큰 얼굴을 그 사람의 무표정에 견주어 읽습니다.",
        "Read the largest face against that person's own neutral face.",
        metavar="NAME",
    ),
]
KeepNeutral = Annotated[
    str | None,
    option(
        "--keep-neutral",
        "이 사진을 그 사람의 무표정으로 기억합니다. 사진이 아니라 숫자만 이 컴퓨터에 둡니다.",
        "Remember this photo as that person's neutral face: numbers only, on this computer, never the photo.",
        metavar="NAME",
    ),
]


def read_face(
    images: Pictures,
    neutral: Neutral = None,
    keep_neutral: KeepNeutral = None,
    output: TableFile = None,
    workers: Workers = None,
    ray: OnRay = False,
    as_json: AsJson = False,
) -> None:
    """Find every face: its place, the turn of the head, what it does and the feeling it shows.

    Raises:
        PyojeongError: When no neutral face of that name is kept, or none can be kept of these pictures.
        Exit: 2 when a picture could not be read; each has its line on stderr, and the others are still read.
    """
    many = output is not None or any(path.is_dir() for path in images)
    if many and (neutral or keep_neutral):
        raise _one_person_only()
    if keep_neutral is not None:
        _keep(images, keep_neutral)
    if many:
        from pyojeong.interfaces.batch.orders import pictures_job

        target = named_output(output, ", ".join(map(str, images)))
        read_into_table(lambda: pictures_job(images, target), workers=workers, on_ray=ray, as_json=as_json)
        return
    documents = _documents(images, None if neutral is None else _kept(neutral))
    if as_json and documents:
        print_json(documents[0] if len(images) == 1 else documents)
    elif documents:
        show(_table(documents))
    if len(documents) < len(images):
        raise typer.Exit(2)


def _kept(name: str) -> NeutralFace:
    from pyojeong.interfaces import neutral_faces

    return neutral_faces.kept(name)


def _keep(images: Sequence[Path], name: str) -> None:
    """Keep the neutral face of the only picture."""
    from pyojeong.interfaces import neutral_faces, wiring

    if len(images) != 1:
        raise _one_person_only()
    with patience():
        path = neutral_faces.keep(name, neutral_faces.neutral_of(wiring.opened_image(images[0])))
    complain(say(f"{name}의 무표정을 기억했습니다: {path}", f"{name}'s neutral face is kept: {path}"))


def _one_person_only() -> PyojeongError:
    return PyojeongError(
        "--neutral과 --keep-neutral은 한 사람의 것이라 폴더나 표에는 쓸 수 없고, "
        "--keep-neutral에는 사진 한 장이 필요합니다.",
        "--neutral and --keep-neutral are one person's: they go with photos, not with folders or tables, and "
        "--keep-neutral with a single photo.",
        kind="neutral-face",
    )


def _documents(images: Sequence[Path], neutral: NeutralFace | None) -> list[dict[str, Any]]:
    from pyojeong.interfaces import faces, wiring

    documents = []
    for path in images:
        try:
            image = wiring.opened_image(path)
            with patience():
                readings = faces.read_faces(image, neutral=neutral)
            documents.append({**faces.faces_json(image, readings), "image": str(path)})
        except PyojeongError as refused:
            said = sentence(refused)
            complain(said if len(images) == 1 or str(path) in said else f"{path}: {said}")
    return documents


def _table(documents: Sequence[dict[str, Any]]) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in _HEADINGS:
        table.add_column(say(*heading), overflow="fold")
    for document in documents:
        for number, face in enumerate(document["faces"]):
            left, top, right, bottom = (round(value) for value in face["box_xyxy"])
            place = f"{right - left}×{bottom - top} ({left}, {top})"
            name = document["image"] if number == 0 else ""
            told = (_feeling(face["mood"]), _head(face["pose_degrees"]), _strongest(face["expression"] or {}))
            table.add_row(name, str(number), place, *told)
    return table


def _feeling(mood: dict[str, Any] | None) -> str:
    """The leading emotion with its share, and the second where it has a fair one; said to be unsure where it is."""
    if mood is None:
        return ""
    shares = sorted(mood["shares"].items(), key=lambda item: -item[1])
    named = [f"{_name(emotion)} {share:.0%}" for emotion, share in shares[:2] if share >= LEAST_SHOWN]
    unsure = [say("모르겠어요", "unsure")] if mood["unsure"] else []
    return " · ".join([*unsure, *named])


def _name(emotion: str) -> str:
    return say(Emotion(emotion).korean, emotion)


def _head(pose: dict[str, float]) -> str:
    return " ".join(f"{round(pose[axis]):+d}°" for axis in ("yaw", "pitch", "roll"))


def _strongest(expression: dict[str, float]) -> str:
    """The strongest movements, left and right as one."""
    stems: dict[str, float] = {}
    for name, value in expression.items():
        stem = name.removesuffix("Left").removesuffix("Right")
        stems[stem] = max(value, stems.get(stem, 0.0))
    strongest = sorted(stems, key=lambda stem: -stems[stem])[:STRONGEST]
    return ", ".join(f"{stem} {stems[stem]:.1f}" for stem in strongest if stems[stem] >= LEAST_SHOWN)
