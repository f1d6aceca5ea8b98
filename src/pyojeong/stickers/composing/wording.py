"""Captions for an act: its own line, then what the bank has for its occasion and mood; short ones first."""

from __future__ import annotations

from collections.abc import Iterable

from pyojeong.emotion import Mood
from pyojeong.performing.character.acts import Act
from pyojeong.stickers.captions import Caption, CaptionBank, Situation, Voice
from pyojeong.stickers.captions.caption import syllables
from pyojeong.stickers.captions.cues import Occasion
from pyojeong.stickers.captions.likeness import MOST_PAIRS, Worded
from pyojeong.stickers.captions.suggesting import Wish, fit
from pyojeong.stickers.composing.moments import MomentGroup, known_moments

HANDY = 8
"""Syllables that are read at a glance on a sticker: one line, or two of four."""
SPOKEN = (Voice.BANMAL, Voice.POLITE)
"""Voices whose own lines come first: plain words are what people look for. Dialects and jokes live from the bank."""
_LOOKED_AT = 12
_FELT = (MomentGroup.CRYING, MomentGroup.ANGRY, MomentGroup.SHY, MomentGroup.DISGUST)
"""Groups whose moments are a feeling and nothing else."""


def captions_for(
    act: Act, *, voice: Voice, bank: CaptionBank | None = None, avoid: Iterable[str] = (), count: int = 5
) -> tuple[str, ...]:
    """What a sticker of ``act`` may say in ``voice``, the best first; fewer when there is no more that fits.

    Lines of a mood without an occasion are given for tears, anger, shyness and disgust: joy always speaks of something.

    Args:
        act: What is done.
        voice: How it speaks.
        bank: Where lines come from; the shipped one when None.
        avoid: Captions that are there already: they and their likes are not given.
        count: How many are wanted.

    >>> from pyojeong.stickers.composing.moments import act_called
    >>> captions_for(act_called("selfie"), voice=Voice.BANMAL)
    ('찰칵!',)
    """
    avoid = tuple(avoid)
    moment = known_moments().get(act.name)
    own = moment.own_line(voice) if moment else ""
    mine = (own,) if own and own not in avoid else ()
    found = _from_bank(act, voice, bank or CaptionBank.shipped(), (*avoid, *mine), max(_LOOKED_AT, count))
    lines = (*mine, *found) if voice in SPOKEN else (*found, *mine)
    return lines[:count]


def _from_bank(act: Act, voice: Voice, bank: CaptionBank, avoid: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Lines of the act's occasion, or of its feeling where it has none.

    Likeness is told by letters alone: an analyser of words would take longer to open than a whole pack to plan.
    """
    moment = known_moments().get(act.name)
    situation = moment.situation if moment else None
    if situation is None and moment is not None and moment.group not in _FELT:
        return ()
    mood = Mood.of(act.emotion, intensity=act.intensity)
    wish = Wish(mood, {situation: Occasion(1.0)} if situation else {}, frozenset())
    fitting = [Worded(one.text) for one in _ranked(bank, voice, situation, wish)]
    taken: list[Worded] = []
    for line in fitting:
        if len(taken) < count and not any(_alike(line, other) for other in (*map(Worded, avoid), *taken)):
            taken.append(line)
    return tuple(sorted((line.text for line in taken), key=_length))


def _ranked(bank: CaptionBank, voice: Voice, situation: Situation | None, wish: Wish) -> list[Caption]:
    emotion = wish.mood.leading

    def suits(caption: Caption) -> bool:
        if situation is not None:
            return situation in caption.situations
        # What is proud counts as anger among the feelings, but nobody who is cross says it.
        return not caption.situations and caption.emotion is emotion and caption.feelings[0].valence < 0

    lines = [caption for caption in bank.captions if caption.voice is voice and suits(caption)]
    return sorted(lines, key=lambda caption: -fit(caption, Worded(caption.text), wish))


def _alike(one: Worded, other: Worded) -> bool:
    """Whether they begin alike or have half of their letters in common."""
    if one.text == other.text or (one.head and one.head == other.head):
        return True
    total = len(one.pairs) + len(other.pairs)
    return bool(total) and 2 * len(one.pairs & other.pairs) / total > MOST_PAIRS


def caption_of(sentence: str, mood: Mood, *, voice: Voice, bank: CaptionBank | None = None) -> str:
    """The caption that suits what a person typed best; empty when the bank has none in this voice."""
    found = (bank or CaptionBank.shipped()).suggest(mood, voice=voice, sentence=sentence, count=1)
    return found[0].caption.text if found else ""


def _length(line: str) -> int:
    """0 for captions read at a glance, then by length; the bank's order decides among equals."""
    return max(0, syllables(line) - HANDY)
