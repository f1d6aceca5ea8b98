"""An act: one thing a character does, still and moving."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Mark, Pose
from pyojeong.performing.character.acts.motions import BREATHE
from pyojeong.performing.character.marks import REST_STRENGTH
from pyojeong.performing.character.motion import Motion
from pyojeong.performing.character.props import PROPS
from pyojeong.rig.expression import Expression


@dataclass(frozen=True, slots=True)
class Act:
    """One emotion or moment of a messenger, performed.

    Attributes:
        name: Lower-case words with hyphens.
        korean: What a person searching for it would call it.
        english: The same in English.
        emotion: What it is understood as.
        intensity: How strong, in (0, 1].
        key: The moment a still shows.
        motion: What moves around it; one cycle.
        seconds: Length of a cycle.
        tags: Korean words people type when they want it.
    """

    name: str
    korean: str
    english: str
    emotion: Emotion
    intensity: float
    key: Acting
    motion: Motion = BREATHE
    seconds: float = 1.7
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 < self.intensity <= 1.0:
            raise ValueError(f"intensity must be in (0, 1], but got {self.intensity!r}")
        if not self.seconds > 0:
            raise ValueError(f"seconds must be > 0, but got {self.seconds!r}")

    def at(self, phase: float) -> Acting:
        """What is done at ``phase`` of the cycle; at 0 the key pose."""
        return self.motion.at(self.key, phase)

    def played(self, gag: str) -> Act:
        """The same act by one of a design's own gags."""
        return replace(self, key=replace(self.key, gag=gag))


def play(
    face: Expression, pose: Pose | None = None, *marks: Mark, eyes: str | None = None, mouth: str | None = None
) -> Acting:
    """A key moment whose marks all have their usual size; resting arms hold the pose's prop as it wants to be held."""
    pose = pose or Pose()
    if pose.prop:
        right, left = PROPS[pose.prop].arms
        pose = replace(pose, right=_holding(pose.right, right), left=_holding(pose.left, left))
    return Acting(face, pose, dict.fromkeys(marks, REST_STRENGTH), eyes, mouth)


def _holding(arm: Arm, hint: Arm | None) -> Arm:
    """The prop's own arm where nothing else was asked; said here, so that a motion moves it and does not drop it."""
    return hint if hint is not None and arm == Arm() else arm


def moment(
    name: str,
    korean: str,
    english: str,
    emotion: Emotion,
    intensity: float,
    key: Acting,
    motion: Motion,
    tags: str,
    seconds: float = 1.7,
) -> Act:
    """An act whose search words stand in one line, apart by spaces."""
    return Act(name, korean, english, emotion, intensity, key, motion, seconds, tuple(tags.split()))
