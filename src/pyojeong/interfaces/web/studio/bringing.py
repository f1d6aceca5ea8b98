"""A beat of a score performed in the studio: what was read stays a reading, and what a person set stays their own."""

from __future__ import annotations

from pyojeong.emotion import Score, SetBy
from pyojeong.emotion.score_editing import with_reading
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.studio.history import Writing
from pyojeong.rig import Expression
from pyojeong.rig.compose import shown_strength

BLENDED = 0.05
"""A second emotion below this share is not worth a blend."""


def writing_of(score: Score) -> Writing:
    """The text of a one-beat score with what was read in it; with the person's mood where nobody read."""
    (beat,) = score.beats
    return Writing(score.text, score if beat.read is None else with_reading(score, 0, beat.read))


def perform_told(desk: Desk, score: Score) -> None:
    """Perform what a person set in a one-beat score as their own choice; the studio's history begins there."""
    (beat,) = score.beats
    if beat.set_by is not SetBy.PERSON:
        return
    mood = beat.mood
    desk.feel(mood.leading)
    if mood.shares[mood.second] > BLENDED:
        desk.blend(mood.second, mood.shares[mood.second])
    desk.intensify(shown_strength(mood))
    if beat.expression is not None:
        desk.shape(Expression.from_dict(beat.expression), score.text)
    desk.history.start_here()
    desk.tell()
