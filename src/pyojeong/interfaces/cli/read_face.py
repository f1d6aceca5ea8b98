"""``pyojeong read face``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.batch import named_output, read_into_table
from pyojeong.interfaces.cli.options import AsJson, OnRay, Pictures, TableFile, Workers
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show
from pyojeong.interfaces.messages import say, sentence

if TYPE_CHECKING:
    from rich.table import Table

STRONGEST = 3
"""Movements a row of the table names; ``--json`` has all."""
LEAST_SHOWN = 0.15
"""Weaker ones are within the error of reading them from the mesh."""


def read_face(
    images: Pictures,
    output: TableFile = None,
    workers: Workers = None,
    ray: OnRay = False,
    as_json: AsJson = False,
) -> None:
    """Find every face: its place, the turn of the head, its coarse expression; no emotion yet (mood is null).

    Raises:
        Exit: 2 when a picture could not be read; each has its line on stderr, and the others are still read.
    """
    if output is not None or any(path.is_dir() for path in images):
        from pyojeong.interfaces.batch.orders import pictures_job

        target = named_output(output, ", ".join(map(str, images)))
        read_into_table(lambda: pictures_job(images, target), workers=workers, on_ray=ray, as_json=as_json)
        return
    documents = _documents(images)
    if as_json and documents:
        print_json(documents[0] if len(images) == 1 else documents)
    elif documents:
        show(_table(documents))
    if len(documents) < len(images):
        raise typer.Exit(2)


def _documents(images: Sequence[Path]) -> list[dict[str, Any]]:
    from pyojeong.interfaces import faces, wiring

    documents = []
    for path in images:
        try:
            image = wiring.opened_image(path)
            with patience():
                readings = faces.read_faces(image)
            documents.append({**faces.faces_json(image, readings), "image": str(path)})
        except PyojeongError as refused:
            said = sentence(refused)
            complain(said if len(images) == 1 or str(path) in said else f"{path}: {said}")
    return documents


def _table(documents: Sequence[dict[str, Any]]) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    headings = (("사진", "photo"), ("얼굴", "face"), ("자리", "box"), ("고개 ↔ ↕ ↻", "head ↔ ↕ ↻"), ("하는 일", "does"))
    for heading in headings:
        table.add_column(say(*heading), overflow="fold")
    for document in documents:
        for number, face in enumerate(document["faces"]):
            left, top, right, bottom = (round(value) for value in face["box_xyxy"])
            place = f"{right - left}×{bottom - top} ({left}, {top})"
            name = document["image"] if number == 0 else ""
            table.add_row(name, str(number), place, _head(face["pose_degrees"]), _strongest(face["expression"] or {}))
    return table


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
