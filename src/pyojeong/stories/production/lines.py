"""Every beat of a score said: what a voice cannot say is kept as subtitles in silence, and told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyojeong.emotion import Score
from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.performing.voice.speaking import Line, Speaker, Speech
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.rig.speech import SpokenWord, silent
from pyojeong.stories.cast import Company

log = logging.getLogger(__name__)
#: A line that is shown and not heard stays as long as telling it takes, so that a child can read along: our narrator
#: says about five syllables a second (measured: 27 in 5.6 s).
_LETTERS_PER_SECOND = 5.0
_SHORTEST_SILENCE = 1.2
_SILENCE_RATE = 24_000


@dataclass(frozen=True, slots=True, eq=False)
class SaidBeat:
    """A beat with its speech.

    Attributes:
        beat: Number in the score.
        speech: Sound and timing; silence where nothing is to be said.
        failure: Why it could not be said; None when it was, or when there was nothing to say.
    """

    beat: int
    speech: Speech
    failure: PyojeongError | None = None


def said_beats(
    score: Score,
    company: Company,
    speaker: Speaker,
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> Iterator[SaidBeat]:
    """Every beat that shows a word, in order, as it is said.

    Args:
        score: Beats with speakers.
        company: Whose voice each speaker has.
        speaker: Says lines; where it keeps what it said before, nothing is said twice.
        progress: Told after every beat how many are done; what it raises stops the speaking.

    Raises:
        PyojeongError: ``unknown-voice`` when the cast names a voice that is not there.
    """
    for number, beat in enumerate(score.beats):
        words = spoken_words(score.text_of(beat))
        if words:
            yield _said(number, words, Line(words, beat.mood, company.part_of(beat.speaker).voice), speaker)
        progress(number + 1)


def _said(number: int, words: Sequence[SpokenWord], line: Line, speaker: Speaker) -> SaidBeat:
    if not any(word.surface for word in words):
        return SaidBeat(number, _silence(words))
    try:
        return SaidBeat(number, speaker.say(line))
    except PyojeongError as failure:
        if failure.kind == "unknown-voice":  # the cast is wrong, not the line: a film would be silent throughout
            raise
        log.warning("beat %d was not said: %s", number, failure)
        return SaidBeat(number, _silence(words), failure)


def _silence(words: Sequence[SpokenWord]) -> Speech:
    letters = sum(len(word.written) for word in words)
    seconds = max(_SHORTEST_SILENCE, letters / _LETTERS_PER_SECOND)
    sound = Sound.silence(seconds, _SILENCE_RATE)
    return Speech(sound, silent(words, sound.seconds))
