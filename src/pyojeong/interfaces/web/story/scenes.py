"""The scenes of the film on paper, and where the person lets them play."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pyojeong.emotion import Score

if TYPE_CHECKING:
    from pyojeong.interfaces.web.score.desk import ScoreDesk
    from pyojeong.performing.film.screenplay import Scene, Weather
    from pyojeong.stories.directing.places import ChosenSetting


class Scenes:
    """What is chosen for a scene stands in its lines, so that undo, draft and score file have it.

    Args:
        lines: The score; it may be edited after the scenes were found, and is told apart by its characters.
    """

    def __init__(self, lines: ScoreDesk) -> None:
        self._lines = lines
        self._scenes: tuple[Scene, ...] = ()
        self._of: Score | None = None

    def show(self, scenes: Sequence[Scene], of: Score) -> None:
        """These are the scenes of ``of``."""
        self._scenes, self._of = tuple(scenes), of

    def scene(self, number: int) -> Scene | None:
        """A scene as it was found; None when there is none of that number in the tale that is here."""
        now, of = self._lines.score, self._of
        if now is None or of is None or now.text != of.text or not 0 <= number < len(self._scenes):
            return None
        return self._scenes[number]

    def choice(self, number: int) -> ChosenSetting:
        """What the person chose for a scene: what its first line says now."""
        from pyojeong.stories.directing.places import ChosenSetting, choice_of

        beats, score = self._beats(number), self._lines.score
        return choice_of(score.beats[beats[0]]) if beats and score is not None else ChosenSetting()

    def weather(self, number: int) -> Weather | None:
        """What falls or floats in a scene; None where it has no weather. A choice is known at once."""
        from pyojeong.stories.directing.places import has_weather

        scene, choice = self.scene(number), self.choice(number)
        if scene is None or not has_weather(choice.place or scene.place):
            return None
        return choice.weather or scene.weather

    def choose(self, number: int, choice: ChosenSetting) -> None:
        """Let a scene play where the person wants, as one step of the lines."""
        if (beats := self._beats(number)) and choice != self.choice(number):
            place, weather = (None if chosen is None else chosen.value for chosen in (choice.place, choice.weather))
            self._lines.stage(beats, place=place, weather=weather)

    def _beats(self, number: int) -> list[int]:
        """The lines of a scene as they are numbered now."""
        scene, now, of = self.scene(number), self._lines.score, self._of
        if scene is None or now is None or of is None or not scene.turns:
            return []
        start, end = of.beats[scene.turns[0].beat].start, of.beats[scene.turns[-1].beat].end
        return [place for place, beat in enumerate(now.beats) if beat.start < end and start < beat.end]
