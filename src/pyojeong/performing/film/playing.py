"""What each role does at any second of a scene: feeling in time, speech, looks, blinks, breath, beats of the head.

A line's feeling comes a little before its first word, peaks, is held alive and fades when others go on. Who listens
turns to who speaks, nods and feels a little of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from pyojeong.performing.film.acting import Moment
from pyojeong.performing.film.deeds import over
from pyojeong.performing.film.feelings import Feelings, expression_of
from pyojeong.performing.film.gesturing import Gestures
from pyojeong.performing.film.liveliness import Life
from pyojeong.performing.film.screenplay import Scene
from pyojeong.performing.film.voicing import Voicing

__all__ = ["Playing", "expression_of"]


class Playing:
    """One scene played by everybody in it; `moment` is a pure function.

    Args:
        scene: The scene.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._parts: Mapping[str, _Part] = {
            role: _Part(scene, role, scene.seed * 31 + n) for n, role in enumerate(_roles(scene))
        }

    def moment(self, role: str, seconds: float, *, facing: float = 0.0) -> Moment:
        """What ``role`` does ``seconds`` after the scene's start, turned to ``facing`` in [-1, 1]."""
        part = self._parts.get(role) or _Part(self._scene, role, self._scene.seed)
        return part.moment(seconds, facing)

    def speaks(self, role: str, seconds: float) -> bool:
        """Whether the mouth of ``role`` is its voice's."""
        part = self._parts.get(role)
        return part is not None and part.speaks(seconds)


class _Part:
    """One role in a scene."""

    def __init__(self, scene: Scene, role: str, seed: int) -> None:
        self._feelings = Feelings(scene, role, seed)
        self._gestures = Gestures(scene, role)
        self._voicing = Voicing(scene, role)
        self._life = Life(scene, role, seed)

    def speaks(self, seconds: float) -> bool:
        return self._voicing.at(seconds)[1] > 0.0

    def moment(self, seconds: float, facing: float) -> Moment:
        doing = self._gestures.at(seconds)
        mouth, voice = self._voicing.at(seconds)
        felt = self._life.on(self._feelings.at(seconds), doing, seconds, facing)
        face = over(felt, doing.act, share=doing.share, since=doing.since)
        return Moment(
            expression=face,
            mouth=mouth,
            voice=voice,
            emotion=doing.emotion,
            strength=doing.strength,
            settled=self._feelings.settled_at(seconds),
            act=doing.act,
            share=doing.share,
            since=doing.since,
            spring=doing.spring,
            accent=self._voicing.accent(seconds),
            facing=facing,
            speaks=doing.speaks,
            seconds=seconds,
        )


def _roles(scene: Scene) -> list[str]:
    seen = {standing.role for shot in scene.shots for standing in shot.standing}
    return sorted(seen | {turn.feels for turn in scene.turns if turn.feels})
