"""Beats become scenes with their times: one scene as long as the place holds, one turn a beat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from pyojeong.emotion import Beat, Emotion, Score
from pyojeong.performing.film.camera import sized_by
from pyojeong.performing.film.gesturing import felt
from pyojeong.performing.film.screenplay import Format, Opening, Scene, Screenplay, Turn
from pyojeong.rig.expression import Expression
from pyojeong.rig.speech import Utterance
from pyojeong.stories.cast import Company, Looks
from pyojeong.stories.directing.acts import act_during
from pyojeong.stories.directing.places import ChosenSetting, Setting, choice_of, settings_of
from pyojeong.stories.directing.shots import shots_of
from pyojeong.stories.directing.stages import OnStage, partnered, stages_of

#: Seconds. A page needs to be seen before it is told, and a last word to be heard.
LEAD, TAIL = 0.9, 1.0
#: Where only the light changes nobody waits: as long as it fades, and the old picture breathes once.
LIGHT_LEAD, LIGHT_TAIL = 0.6, 0.3
GAP, SPEAKER_GAP, PARAGRAPH_GAP = 0.25, 0.45, 0.7
#: A scene longer than this is cut where a paragraph ends, so that a long tale turns its pages.
LONG_SCENE = 45.0
#: One longer than this is cut wherever it is: a tale without paragraphs was one scene of forty minutes.
LONGEST_SCENE = 90.0
#: A place shown for less is not seen: its lines play where those before them do.
SHORT_SCENE = 8.0
#: A change of weather or from night to day is seen sooner: the light of the whole picture changes.
SHORT_TURN = 5.0
#: A feeling at least this strong gives a scene of its own light. In the five tales of the package the lines whose
#: feeling was read wrongly have .43 to .51, those read rightly .6 and more.
_COLOURED = 0.55
#: Tones nearer than this, as the sum of strengths that differ, are one light: only the moon's colour would change.
_ONE_LIGHT = 0.3
#: So begins what happens at another time, to whoever is told to be there then.
_ANOTHER_TIME = re.compile(r"(?:그러던\s)?(?:어느|다음|이튿|며칠|몇|얼마)\s?(?:날|뒤|후|해|달|안)?")
#: Nobody does the same again within so many lines.
_MEMORY = 2

#: So many tales look different at one place.
_SEEDS = 1000


@dataclass(frozen=True, slots=True)
class Spoken:
    """A beat that was said.

    Attributes:
        beat: Number in the score.
        utterance: Words and sounds with their times.
        about: Whose face shows it when the narrator speaks; None for nobody.
        there: Who is there by its words, too.
    """

    beat: int
    utterance: Utterance
    about: str | None = None
    there: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A spoken beat on its way into a scene."""

    spoken: Spoken
    beat: Beat
    text: str
    setting: Setting
    paragraph: int
    choice: ChosenSetting


def directed(
    score: Score,
    spoken: Sequence[Spoken],
    company: Company,
    *,
    title: str,
    credits: Sequence[str] = (),
    format: Format | None = None,
) -> Screenplay:
    """The screenplay of ``score``.

    Args:
        score: Beats with speakers and moods.
        spoken: What was said, in order; beats that are missing are left out.
        company: Who plays whom.
        title: Of the film.
        credits: Lines of its last page.
        format: Size and rate.
    """
    faces = {name for name, part in company.parts.items() if part.looks is not Looks.UNSEEN}
    format = format or Format()
    unit = sized_by(format.size_wh) / format.size_wh[0]
    scenes: list[Scene] = []
    known: list[str] = []
    onstage: tuple[str, ...] = ()
    last: _Line | None = None
    for whole in _merged(_scenes(_lines(score, spoken))):
        onstage = onstage if last is not None and _only_lit(last, whole[0]) else ()
        last = whole[-1]
        lights = list(_by_feeling(whole))
        for number, group in enumerate(lights):
            turns = tuple(_turns(group, LIGHT_LEAD if number else LEAD))
            stages = stages_of(turns, faces, [line.spoken.there for line in group], onstage, known)
            turns = tuple(partnered(turn, stage) for turn, stage in zip(turns, stages, strict=True))
            scenes.append(_scene(group, turns, stages, scenes, LIGHT_TAIL if number + 1 < len(lights) else TAIL, unit))
            onstage = stages[-1].after
            seen = [role for stage in stages for role in stage.during]
            known = [*(role for role in known if role not in seen), *sorted(set(seen), key=seen[::-1].index)[::-1]]
    shown = {name: part.shown for name, part in company.parts.items()}
    return Screenplay(title, tuple(credits), tuple(scenes), shown, format)


def _lines(score: Score, spoken: Sequence[Spoken]) -> list[_Line]:
    texts = [score.text_of(score.beats[s.beat]) for s in spoken]
    paragraphs = [score.text.count("\n\n", 0, score.beats[s.beat].start) for s in spoken]
    alone = len({score.beats[s.beat].speaker for s in spoken}) == 1  # who tells of herself tells where she is
    said = [not alone and score.beats[s.beat].speaker is not None for s in spoken]
    choices = [choice_of(score.beats[s.beat]) for s in spoken]
    who = [[*([s.about] if s.about else []), *s.there] for s in spoken]
    settings = settings_of(list(zip(texts, said, strict=True)), paragraphs, choices, who)
    return [
        _Line(s, score.beats[s.beat], text, setting, paragraph, choice)
        for s, text, setting, paragraph, choice in zip(spoken, texts, settings, paragraphs, choices, strict=True)
    ]


def _scenes(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines of one place, cut at paragraphs where they grow long; where a person chose is a scene of its own."""
    group: list[_Line] = []
    length = 0.0
    for line in lines:
        moved = bool(group) and (line.setting, line.choice) != (group[-1].setting, group[-1].choice)
        turned = bool(group) and line.paragraph != group[-1].paragraph and length > LONG_SCENE
        if moved or turned or length > LONGEST_SCENE:
            yield group
            group, length = [], 0.0
        group.append(line)
        length += line.spoken.utterance.seconds
    if group:
        yield group


def _merged(groups: Iterator[list[_Line]]) -> list[list[_Line]]:
    """Scenes without those that would be over before they are seen: these play where the one before does.

    A short first one plays where the next does, but in no night or weather that is told only then. What a person
    chose is seen however short it is, and spreads to nothing beside it.
    """
    whole: list[list[_Line]] = []
    for group in groups:
        length = _seconds(group)
        told = bool(whole) and not (group[0].choice.made or whole[-1][0].choice.made)
        turned = bool(whole) and not group[0].setting.lit_as(whole[-1][0].setting)
        least = SHORT_TURN if turned else SHORT_SCENE
        begins = len(whole) == 1 and not turned and _short(whole[0])
        if told and (length < least or begins):
            setting = whole[-1][0].setting if length < least else group[0].setting
            whole[-1] = [replace(line, setting=setting) for line in (*whole[-1], *group)]
        else:
            whole.append(group)
    return whole


def _by_feeling(group: Sequence[_Line]) -> Iterator[list[_Line]]:
    """A scene in parts of one feeling, so that its light changes with it; with several only where it stays a while."""
    parts = list(_felt_parts(group))
    if len({line.beat.speaker or line.spoken.about for line in group} - {None}) == 1:
        yield from _lights(parts, least=0.0)
    else:
        yield from _lights(parts, least=SHORT_SCENE)


def _lights(parts: Sequence[list[_Line]], *, least: float) -> list[list[_Line]]:
    """Parts of ``least`` seconds or more whose light differs from the one before."""
    held: list[list[_Line]] = []
    for part in parts:
        if held and (min(_seconds(part), _seconds(held[-1])) < least or _one_light(held[-1], part)):
            held[-1] = [*held[-1], *part]
        else:
            held.append(part)
    return held


def _one_light(before: Sequence[_Line], part: Sequence[_Line]) -> bool:
    (tone, strength), (other, strength_of_other) = _tone(before), _tone(part)
    return tone is other or strength + strength_of_other < _ONE_LIGHT


def _felt_parts(group: Sequence[_Line]) -> Iterator[list[_Line]]:
    part: list[_Line] = []
    feeling: Emotion | None = None
    for line in group:
        leading = line.beat.mood.leading
        own = leading if felt(line.beat.mood) >= _COLOURED and leading is not Emotion.NEUTRAL else None
        if part and own is not None and feeling is not None and own is not feeling:
            yield part
            part, feeling = [], None
        part.append(line)
        feeling = own or feeling
    yield part


def _short(group: Sequence[_Line]) -> bool:
    return _seconds(group) < SHORT_SCENE


def _seconds(group: Sequence[_Line]) -> float:
    return sum(line.spoken.utterance.seconds for line in group)


def _scene(
    lines: Sequence[_Line],
    turns: tuple[Turn, ...],
    stages: Sequence[OnStage],
    scenes: Sequence[Scene],
    tail: float,
    unit: float,
) -> Scene:
    """The scene of ``lines`` after ``scenes``, with ``tail`` seconds of silence after its last turn."""
    seconds = turns[-1].end + tail
    tone, strength = _tone(lines)
    setting = lines[0].setting
    same = bool(scenes) and scenes[-1].place is setting.place
    opening = scenes[0].turns[0].text if scenes else lines[0].text
    seed = crc32(f"{opening} {setting.place.value}".encode()) % _SEEDS  # a place seen again
    return Scene(
        place=setting.place,
        weather=setting.weather,
        hour=setting.hour,
        moon=setting.moon,
        tone=tone,
        strength=strength,
        opening=Opening.FADE if same else Opening.PAGE,
        seconds=seconds,
        shots=shots_of(turns, stages, seconds, unit=unit, arriving=not same),
        turns=turns,
        seed=seed,
    )


def _turns(lines: Sequence[_Line], at: float) -> Iterator[Turn]:
    last: _Line | None = None
    acts: list[tuple[str | None, str]] = []
    for line in lines:
        if last is not None:
            at += _gap(last, line)
        said, doer = line.beat.speaker is not None, line.beat.speaker or line.spoken.about
        lately = acts[:-1] if last is not None and _goes_on(last, line) else acts
        before = [act for who, act in lately[-_MEMORY:] if who == doer]
        act = act_during(line.text, line.beat.mood, said=said, before=before)
        acts.append((doer, act))
        yield Turn(
            beat=line.spoken.beat,
            role=line.beat.speaker or "",
            text=line.text,
            start=at,
            utterance=line.spoken.utterance,
            mood=line.beat.mood,
            expression=_by_hand(line.beat.expression),
            feels=doer,
            act=act,
        )
        at += line.spoken.utterance.seconds
        last = line


def _only_lit(before: _Line, line: _Line) -> bool:
    """Whether nothing but the light changes between two lines: a moon rises over who is there."""
    same = before.setting.place is line.setting.place and before.paragraph == line.paragraph
    return same and not _ANOTHER_TIME.match(line.text)


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether ``line`` tells how the words before it were said (“하하하!” 너구리가 웃었습니다): one act is both."""
    return before.beat.speaker is not None and line.beat.speaker is None and line.spoken.about == before.beat.speaker


def _gap(before: _Line, line: _Line) -> float:
    if line.paragraph != before.paragraph:
        return PARAGRAPH_GAP
    return SPEAKER_GAP if line.beat.speaker != before.beat.speaker else GAP


def _by_hand(values: Mapping[str, float] | None) -> Expression | None:
    return None if values is None else Expression.nearest(values)


def _tone(lines: Sequence[_Line]) -> tuple[Emotion, float]:
    """What lines feel like together: their moods by their length, the neutral ones at a third."""
    total = dict.fromkeys(Emotion, 0.0)
    for line in lines:
        weight = line.spoken.utterance.seconds * felt(line.beat.mood)
        for emotion, share in line.beat.mood.shares.items():
            total[emotion] += share * weight * (1 / 3 if emotion is Emotion.NEUTRAL else 1.0)
    tone = max(total, key=lambda emotion: total[emotion])
    return tone, min(1.0, total[tone] / (_seconds(lines) or 1.0))
