"""Captions for an act: its own line, then what the bank has for its occasion and mood; short ones first."""

from __future__ import annotations

from collections.abc import Iterable

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.character.acts import Act
from pyojeong.stickers.captions import Caption, CaptionBank, Voice
from pyojeong.stickers.captions.caption import syllables
from pyojeong.stickers.composing.moments import known_moments

HANDY = 8
"""Syllables that are read at a glance on a sticker: one line, or two of four."""
SPOKEN = (Voice.BANMAL, Voice.POLITE)
"""Voices whose own lines come first: plain words are what people look for. Dialects and jokes live from the bank."""
_LOOKED_AT = 12


def captions_for(
    act: Act, *, voice: Voice, bank: CaptionBank | None = None, avoid: Iterable[str] = (), count: int = 5
) -> tuple[str, ...]:
    """What a sticker of ``act`` may say in ``voice``, the best first; fewer when there is no more that fits.

    Lines of a mood without an occasion are given for moods other than joy only: joy always speaks of something.

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
    moment = known_moments().get(act.name)
    situation = moment.situation if moment else None
    if situation is None and act.emotion in (Emotion.JOY, Emotion.NEUTRAL):
        return ()
    mood = Mood.of(act.emotion, intensity=act.intensity)
    found = [one.caption for one in bank.suggest(mood, voice=voice, situation=situation, count=count, avoid=avoid)]
    if situation is None:
        fitting = [caption for caption in found if caption.emotion is act.emotion]
    else:
        fitting = [caption for caption in found if situation in caption.situations]
    return tuple(caption.text for caption in sorted(fitting, key=_length))


def caption_of(sentence: str, mood: Mood, *, voice: Voice, bank: CaptionBank | None = None) -> str:
    """The caption that suits what a person typed best; empty when the bank has none in this voice."""
    found = (bank or CaptionBank.shipped()).suggest(mood, voice=voice, sentence=sentence, count=1)
    return found[0].caption.text if found else ""


def _length(caption: Caption) -> int:
    """0 for captions read at a glance, then by length; the bank's order decides among equals."""
    return max(0, syllables(caption.text) - HANDY)
