"""The same picture twice, and poses that a chat window cannot tell apart, whatever words stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from pyojeong.stickers.preflight.case import Case
from pyojeong.stickers.preflight.finding import Finding, Said, Severity
from pyojeong.stickers.preflight.likeness import likeness, pose_of
from pyojeong.stickers.preflight.looks import Look

_TWINS = 0.95
"""Share of both figures that must look the same. Of four designs, 34 acts each, the most alike of 2,244 pairs of other
acts had .88, but for one that is drawn alike (.956); the same act with other words had more in 107 of 136."""


def twins(case: Case) -> Iterator[Finding]:
    """Equal pictures are an error: the store counts them once. Equal poses are a warning."""
    seen = list(case.seen)
    same: set[tuple[str, str]] = set()
    for (first, look), (second, other) in combinations(seen, 2):
        if _is_same(look, other):
            same.add((first.name, second.name))
    for one, another in sorted(same):
        yield _finding("same-picture", Severity.ERROR, one, another, "같은 그림입니다", "are the same picture", "100%")
    poses = [(item, pose_of(look.first, item.caption_box)) for item, look in seen]
    for (item, pose), (other_item, other_pose) in combinations(poses, 2):
        if (item.name, other_item.name) in same or pose is None or other_pose is None:
            continue
        alike = likeness(pose, other_pose)
        if alike >= _TWINS:
            korean, english = "자세와 표정이 거의 같습니다", "have nearly the same pose and face"
            yield _finding("twin-pose", Severity.WARNING, item.name, other_item.name, korean, english, f"{alike:.0%}")


def _is_same(one: Look, other: Look) -> bool:
    """Whether every frame is the same."""
    if one.first.shape != other.first.shape or len(one.smalls) != len(other.smalls):
        return False
    whole = np.array_equal(one.first, other.first)
    return whole and all(map(np.array_equal, one.smalls, other.smalls))


def _finding(
    code: str, severity: Severity, one: str, another: str, korean: str, english: str, measured: str
) -> Finding:
    says = Said(f"{one}과(와) {another}: {korean}.", f"{one} and {another} {english}.")
    mend = Said(
        "둘 가운데 하나의 팔, 고개, 눈, 입을 바꾸거나 다른 순간을 그리세요. 글만 바꾸면 같은 그림으로 보입니다.",
        "Change arms, head, eyes or mouth of one, or its moment; other words alone do not make another picture.",
    )
    limit = f"{_TWINS:.0%}" if severity is Severity.WARNING else ""
    return Finding(code, severity, one, says, mend, measured, limit, others=(another,))
