"""Editing a score: every function takes a score and gives another, whose beats still lie in order without overlap.

A beat whose mood a person sets keeps what was read beside it, and no reading replaces the person's word. The mood of
the whole is gathered from the beats after every change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pyojeong.emotion.feeling import Feeling
from pyojeong.emotion.gathering import gathered_mood
from pyojeong.emotion.mood import Evidence, Mood
from pyojeong.emotion.score import Beat, Score, SetBy
from pyojeong.errors import PyojeongError

Span = tuple[int, int]


def split(score: Score, number: int, at: int) -> Score:
    """Beat ``number`` in two at character ``at`` of the text; white space around the cut belongs to neither.

    Both keep the mood, speaker, setting and expression; each the evidence that lies in it; time is shared by length.

    >>> from pyojeong.emotion import Emotion
    >>> glad = Mood.of(Emotion.JOY)
    >>> parted = split(Score("좋아 참 좋아", glad, (Beat(0, 7, glad),)), 0, 4)
    >>> [parted.text_of(beat) for beat in parted.beats]
    ['좋아 참', '좋아']

    Raises:
        PyojeongError: When a side would be empty.
    """
    beat = score.beats[number]
    before, after = score.text[beat.start : max(at, beat.start)], score.text[max(at, beat.start) : beat.end]
    if not before.strip() or not after.strip():
        raise PyojeongError(
            "마디의 첫 글자와 마지막 글자 사이에 커서를 놓으면 거기서 나눌 수 있습니다.",
            "Put the cursor between the first and the last letter of a beat to split it there.",
            kind="score-edit",
        )
    left = _part(beat, beat.start, beat.start + len(before.rstrip()))
    right = _part(beat, beat.end - len(after.lstrip()), beat.end)
    return _with_beats(score, (*score.beats[:number], left, right, *score.beats[number + 1 :]))


def merge(score: Score, number: int) -> Score:
    """Beat ``number`` and the next as one, with the characters between them.

    Where a person set one of the two, that word holds for both; else the moods are gathered. What differs otherwise
    goes to the first beat's speaker and setting and to no hand-set expression.

    >>> from pyojeong.emotion import Emotion
    >>> glad = Mood.of(Emotion.JOY)
    >>> one = merge(Score("좋아. 좋아!", glad, (Beat(0, 3, glad), Beat(4, 7, glad))), 0)
    >>> [one.text_of(beat) for beat in one.beats]
    ['좋아. 좋아!']

    Raises:
        PyojeongError: When it is the last beat.
    """
    if number + 1 >= len(score.beats):
        raise PyojeongError(
            "마지막 마디여서 뒤에 합칠 마디가 없습니다. 앞 마디를 고르면 이 마디와 합칠 수 있습니다.",
            "This is the last beat; choose the one before to join the two.",
            kind="score-edit",
        )
    first, second = score.beats[number : number + 2]
    deciding = [beat for beat in (first, second) if beat.set_by is SetBy.PERSON] or [first, second]
    timed = None
    if first.seconds is not None and second.seconds is not None and first.seconds[0] <= second.seconds[1]:
        timed = (first.seconds[0], second.seconds[1])
    joined = Beat(
        first.start,
        second.end,
        _together(deciding, first.start),
        speaker=first.speaker or second.speaker,
        expression=first.expression if first.expression == second.expression else None,
        seconds=timed,
        set_by=deciding[0].set_by,
        read=_read_together(first, second) if deciding[0].set_by is SetBy.PERSON else None,
        place=first.place,
        weather=first.weather,
    )
    return _with_beats(score, (*score.beats[:number], joined, *score.beats[number + 2 :]))


def with_mood(score: Score, number: int, mood: Mood) -> Score:
    """Beat ``number`` with the mood a person set; what was read stays beside it."""
    beat = score.beats[number]
    read = beat.mood if beat.set_by is SetBy.READER else beat.read
    told = replace(mood, evidence=_inside(mood.evidence, 0, beat.end - beat.start))
    return _with_beat(score, number, replace(beat, mood=told, set_by=SetBy.PERSON, read=read))


def with_intensity(score: Score, number: int, intensity: float) -> Score:
    """Beat ``number`` felt as strongly as a person says, in [0, 1]."""
    return with_mood(score, number, score.beats[number].mood.at(intensity))


def with_named(score: Score, number: int, named: Iterable[Feeling]) -> Score:
    """Beat ``number`` with the feelings a person named."""
    return with_mood(score, number, score.beats[number].mood.naming(named))


def with_speaker(score: Score, number: int, speaker: str | None) -> Score:
    """Beat ``number`` said by ``speaker``; by the narrator when the name is empty."""
    name = " ".join((speaker or "").split()) or None
    return _with_beat(score, number, replace(score.beats[number], speaker=name))


def with_setting(score: Score, numbers: Iterable[int], *, place: str | None, weather: str | None) -> Score:
    """Beats ``numbers`` at the place and in the weather a person chose; None leaves either to the words."""
    beats = list(score.beats)
    for number in numbers:
        beats[number] = replace(beats[number], place=place, weather=weather)
    return replace(score, beats=tuple(beats))


def with_expression(score: Score, number: int, expression: Mapping[str, float] | None) -> Score:
    """Beat ``number`` performed with these coefficients whatever its mood; composed from the mood when None."""
    return _with_beat(score, number, replace(score.beats[number], expression=expression))


def with_reading(score: Score, number: int, mood: Mood) -> Score:
    """Beat ``number`` as it was read anew; a person's word about it is taken back."""
    return _with_beat(score, number, replace(score.beats[number], mood=mood, set_by=SetBy.READER, read=None))


def free_stretches(score: Score) -> tuple[Span, ...]:
    """The stretches of text between hand-set beats, without those that hold nothing but white space."""
    stretches: list[Span] = []
    reached = 0
    for beat in score.beats:
        if beat.set_by is SetBy.PERSON:
            stretches.append((reached, beat.start))
            reached = beat.end
    stretches.append((reached, len(score.text)))
    return tuple((start, end) for start, end in stretches if score.text[start:end].strip())


def reread(score: Score, fresh: Iterable[Beat]) -> Score:
    """The hand-set beats among ``fresh`` ones, which were read in the `free_stretches`.

    A fresh beat plays where a person let at least half of its words play.

    Raises:
        ValueError: When a fresh beat overlaps a hand-set one.
    """
    kept = [beat for beat in score.beats if beat.set_by is SetBy.PERSON]
    staged = [beat for beat in score.beats if _is_staged(beat)]
    placed = [_staged_as(beat, staged) for beat in fresh]
    return _with_beats(score, sorted((*kept, *placed), key=lambda beat: beat.start))


def carried(score: Score, text: str) -> tuple[Beat, ...]:
    """What a person set in ``score`` that is found in a changed ``text``, in order without overlap.

    Beats before the first change and after the last one are where they were; those between are kept where their
    words occur once there. One whose words changed keeps the place and weather chosen for it where at least half of
    them stayed; its mood is to be read anew.
    """
    head = _common_start(score.text, text)
    tail = min(_common_start(score.text[::-1], text[::-1]), len(text) - head, len(score.text) - head)
    shift = len(text) - len(score.text)
    found: list[Beat] = []
    for beat in score.beats:
        if beat.set_by is not SetBy.PERSON and not _is_staged(beat):
            continue
        if beat.end <= head:
            start = beat.start
        elif beat.start >= len(score.text) - tail:
            start = beat.start + shift
        else:
            start = _only_place(score.text_of(beat), text, head, len(text) - tail)
        there = replace(beat, start=start, end=start + beat.end - beat.start) if start >= 0 else None
        there = there or _changed(beat, (head, len(score.text) - tail), shift)
        if there is not None and there.start >= (found[-1].end if found else 0):
            found.append(there)
    return tuple(found)


def excerpt(score: Score, number: int) -> Score:
    """Beat ``number`` as a score of its own.

    >>> from pyojeong.emotion import Emotion
    >>> glad = Mood.of(Emotion.JOY)
    >>> excerpt(Score("음. 좋아!", glad, (Beat(3, 6, glad),)), 0).text
    '좋아!'
    """
    beat = score.beats[number]
    alone = replace(beat, start=0, end=beat.end - beat.start)
    return Score(score.text_of(beat), alone.mood, (alone,))


def beat_at(score: Score, position: int) -> int:
    """Number of the beat that holds character ``position``, or of the last one before it; 0 at the start."""
    return max(bisect_right([beat.start for beat in score.beats], position) - 1, 0)


def _is_staged(beat: Beat) -> bool:
    """Whether a person chose where it plays."""
    return beat.place is not None or beat.weather is not None


def _staged_as(beat: Beat, staged: Sequence[Beat]) -> Beat:
    """``beat`` at the place and in the weather that hold for at least half of it in ``staged``, which lie in order."""
    shared: dict[tuple[str | None, str | None], int] = {}
    for other in staged[bisect_right([one.end for one in staged], beat.start) :]:
        if other.start >= beat.end:
            break
        setting = (other.place, other.weather)
        shared[setting] = shared.get(setting, 0) + min(beat.end, other.end) - max(beat.start, other.start)
    for (place, weather), length in shared.items():
        if 2 * length >= beat.end - beat.start:
            return replace(beat, place=place, weather=weather)
    return beat


def _changed(beat: Beat, change: Span, shift: int) -> Beat | None:
    """The place and weather of ``beat`` around a ``change`` within it that made the text longer by ``shift``.

    None where none is chosen or more than half of its words changed.
    """
    start, end = change
    inside = beat.start <= start and end <= beat.end
    if not _is_staged(beat) or not inside or 2 * (end - start) > beat.end - beat.start:
        return None
    return Beat(beat.start, beat.end + shift, replace(beat.mood, evidence=()), place=beat.place, weather=beat.weather)


def _with_beat(score: Score, number: int, beat: Beat) -> Score:
    return _with_beats(score, (*score.beats[:number], beat, *score.beats[number + 1 :]))


def _with_beats(score: Score, beats: Iterable[Beat]) -> Score:
    placed = tuple(beats)
    return Score(score.text, gathered_mood(placed) if placed else score.mood, placed)


def _part(beat: Beat, start: int, end: int) -> Beat:
    """The stretch of ``beat`` from ``start`` to ``end``, both counted in the text."""
    first, last = start - beat.start, end - beat.start
    seconds = None
    if beat.seconds is not None:
        begin, stop = beat.seconds
        pace = (stop - begin) / (beat.end - beat.start)
        seconds = (begin + pace * first, max(begin + pace * first, min(begin + pace * last, stop)))
    return replace(
        beat,
        start=start,
        end=end,
        mood=_mood_inside(beat.mood, first, last),
        read=None if beat.read is None else _mood_inside(beat.read, first, last),
        seconds=seconds,
    )


def _mood_inside(mood: Mood, start: int, end: int) -> Mood:
    return replace(mood, evidence=_inside(mood.evidence, start, end))


def _inside(evidence: Iterable[Evidence], start: int, end: int) -> tuple[Evidence, ...]:
    """What of the evidence lies in ``start:end``, counted from ``start``."""
    clipped = ((max(e.start, start), min(e.end, end), e.weight) for e in evidence)
    return tuple(Evidence(a - start, b - start, weight) for a, b, weight in clipped if a < b)


def _together(beats: list[Beat], start: int) -> Mood:
    """The beats' mood, its evidence counted from ``start``."""
    return gathered_mood([replace(beat, start=beat.start - start, end=beat.end - start) for beat in beats])


def _read_together(first: Beat, second: Beat) -> Mood | None:
    """What was read in two beats of which a person set at least one."""
    readings = [
        replace(beat, mood=mood, set_by=SetBy.READER, read=None)
        for beat in (first, second)
        for mood in [beat.read if beat.set_by is SetBy.PERSON else beat.mood]
        if mood is not None
    ]
    return _together(readings, first.start) if readings else None


def _common_start(one: str, other: str) -> int:
    """How many characters both texts begin with; found by halving, because texts may be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _only_place(words: str, text: str, start: int, end: int) -> int:
    """Where ``words`` stand in ``text[start:end]`` if they do once; else -1."""
    place = text.find(words, start, end)
    return place if place >= 0 and text.find(words, place + 1, end) < 0 else -1
