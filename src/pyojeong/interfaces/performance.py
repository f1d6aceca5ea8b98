"""The main job: a picture and what its faces should show become the finished picture, or a clip of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyojeong.emotion.score_json import mood_to_json, score_to_json
from pyojeong.interfaces import wiring
from pyojeong.interfaces.casting import Role, goes_first
from pyojeong.interfaces.faces import expression_json
from pyojeong.interfaces.finish import AS_IT_IS, Staging, Tempo
from pyojeong.interfaces.messages import say
from pyojeong.media import Clip, Face, Image
from pyojeong.performing.portrait.ensemble import together
from pyojeong.performing.portrait.performer import Performance
from pyojeong.performing.portrait.recipe import Edit, Recipe
from pyojeong.performing.portrait.stage import Undo
from pyojeong.rig import Expression

FORMAT = "pyojeong.performance/1"
Box = tuple[int, int, int, int]
Notice = tuple[str, str]
"""Something decided for the person that they should know: in Korean, in English."""


@dataclass(frozen=True, slots=True, eq=False)
class Rehearsal:
    """A picture's faces, each with what it will show.

    Attributes:
        image: The picture.
        faces: Every face, largest first.
        recipe: The edits, oldest first.
        roles: What the newest of them came from.
        chose_largest: Whether nobody said which of several faces.
        seconds: Wall-clock time it took to find the faces.
    """

    image: Image
    faces: Sequence[Face]
    recipe: Recipe
    roles: tuple[Role, ...] = ()
    chose_largest: bool = False
    seconds: float = 0.0

    @property
    def parts(self) -> dict[int, tuple[Expression, Undo]]:
        """Face number → what it performs and how much of the photo's own goes first."""
        return self.recipe.flattened()

    @property
    def notices(self) -> list[Notice]:
        """What was decided for the person."""
        notices: list[Notice] = []
        count = len(self.faces)
        if self.chose_largest and count > 1:
            korean = f"얼굴 {count}개 가운데 가장 큰 0번을 골랐습니다; 다른 얼굴은 번호로 고를 수 있습니다."
            notices.append((korean, f"Of {count} faces the largest, number 0, was chosen; others go by number."))
        if any(role.mood is not None and role.mood.unsure for role in self.roles):
            korean = "어떤 감정인지 잘 모르겠어서 표정을 약하게 지었습니다."
            notices.append((korean, "The feeling is not clear, so the expression was kept weak."))
        return notices


@dataclass(frozen=True, slots=True, eq=False)
class Performed:
    """A finished picture and how it came about.

    Attributes:
        image: The picture, as large as the one that was given.
        rehearsal: Who showed what.
        mask_boxes_xyxy: Face number → whole pixels outside of which the expression changed nothing.
        seconds: Wall-clock time from the opened picture to the finished one.
    """

    image: Image
    rehearsal: Rehearsal
    mask_boxes_xyxy: Mapping[int, Box]
    seconds: float


def rehearse(
    image: Image, roles: Sequence[Role], *, recipe: Recipe | None = None, undo: Undo = Undo.CONFLICTS
) -> Rehearsal:
    """The faces of ``image``, with ``roles`` stacked on ``recipe``.

    Raises:
        PyojeongError: When no face is found, or a number is not among them.
    """
    started = time.perf_counter()
    edits = recipe or Recipe()
    for role in roles:
        first = goes_first(role.mood, undo)
        edits = edits.then(Edit.of(role.expression, face=role.face or 0, undo=first, note=role.note))
    faces = wiring.faces_of(image, wanted=tuple(edits.flattened()))
    chose_largest = any(role.face is None for role in roles)
    return Rehearsal(image, faces, edits, tuple(roles), chose_largest, time.perf_counter() - started)


def perform(rehearsal: Rehearsal, staging: Staging = AS_IT_IS) -> Performed:
    """The rehearsed picture, finished at its own size."""
    started = time.perf_counter()
    boxes: dict[int, Box] = {}

    def acts() -> Iterator[Performance]:
        for number, (expression, undo) in rehearsal.parts.items():
            performer = wiring.portrait_performer(rehearsal.image, rehearsal.faces[number])
            performance = performer.performance(expression, undo=undo)
            boxes[number] = performance.mask_box_xyxy
            yield performance

    image = together(rehearsal.image, acts())
    staged = wiring.staged(
        image,
        background=staging.background,
        visible_mark=staging.visible_mark,
        avoiding=[face.box_xyxy for face in rehearsal.faces],
        language=staging.mark_language,
    )
    return Performed(staged, rehearsal, boxes, rehearsal.seconds + time.perf_counter() - started)


def animate(rehearsal: Rehearsal, tempo: Tempo, staging: Staging = AS_IT_IS) -> Clip:
    """The rehearsed picture going into its expressions and back, each frame drawn when it is asked for."""
    clip = wiring.animated(
        rehearsal.image,
        dict(enumerate(rehearsal.faces)),
        rehearsal.parts,
        seconds=tempo.seconds,
        frames_per_second=tempo.frames_per_second,
    )
    reduced = clip.size_wh[0] / rehearsal.image.size_wh[0]
    return wiring.staged_clip(
        clip,
        background=staging.background,
        visible_mark=staging.visible_mark,
        avoiding=[face.scaled(reduced).box_xyxy for face in rehearsal.faces],
        language=staging.mark_language,
    )


def performed_json(performed: Performed, output: str) -> dict[str, Any]:
    """The `pyojeong.performance/1` document; the top level speaks of the first face, ``acts`` of every one."""
    acts = acts_json(performed.rehearsal, performed.mask_boxes_xyxy)
    return document(performed.rehearsal, acts, output, performed.image.size_wh, performed.seconds)


def document(
    rehearsal: Rehearsal, acts: list[dict[str, Any]], output: str, size_wh: tuple[int, int], seconds: float
) -> dict[str, Any]:
    """The document around ``acts``."""
    return {
        "format": FORMAT,
        "output": output,
        "size_wh": list(size_wh),
        **acts[0],
        "seconds": round(seconds, 4),
        "faces_found": len(rehearsal.faces),
        "acts": acts,
        "notices": [say(*notice) for notice in rehearsal.notices],
    }


def acts_json(rehearsal: Rehearsal, boxes: Mapping[int, Box]) -> list[dict[str, Any]]:
    """One object a face that acts; mood and score are null where the expression was set by hand."""
    roles = {role.face or 0: role for role in rehearsal.roles}
    return [
        _act_json(number, expression, boxes.get(number), roles.get(number))
        for number, (expression, _) in rehearsal.parts.items()
    ]


def _act_json(number: int, expression: Expression, box: Box | None, role: Role | None) -> dict[str, Any]:
    mood = role.mood if role else None
    score = role.score if role else None
    return {
        "face": number,
        "mask_box_xyxy": None if box is None else list(box),
        "expression": expression_json(expression),
        "mood": None if mood is None else mood_to_json(mood),
        "score": None if score is None else score_to_json(score),
    }
