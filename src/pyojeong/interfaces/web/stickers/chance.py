"""What the desk leaves to others: chance, which invents a character, and the reader, which hears a sentence."""

from __future__ import annotations

import random
from dataclasses import replace

from pyojeong.performing.character import Character, design_of
from pyojeong.performing.character.acts import act_for, moments_for
from pyojeong.stickers.captions import CaptionBank, Voice

_SPREAD = 0.6
"""How far from rest a slider may go, as a share of the way to its ends: at the ends faces look strange."""
_AT_REST = 0.35
"""Share of colours and parts that stay as the design has them."""
_LINES = 5


def anyone(character: Character, *, seed: int | None = None) -> Character:
    """Somebody else of the same design; the same for the same seed."""
    dice = random.Random(seed)
    space, chosen = design_of(character).space, dict[str, float | str]()
    for slider in space.sliders:
        end = slider.high if dice.random() < 0.5 else slider.low
        chosen[slider.name] = round(slider.rest + (end - slider.rest) * _SPREAD * dice.random(), 3)
    for swatch in space.swatches:
        if swatch.others and dice.random() > _AT_REST:
            chosen[swatch.name] = dice.choice(swatch.others)
    for choice in space.choices:
        if dice.random() > _AT_REST:
            chosen[choice.name] = dice.choice(choice.options).name
    return replace(character, chosen=chosen, seed=dice.randrange(1_000_000), drawn_from_photo=False)


def heard(sentence: str, voice: Voice) -> tuple[str, tuple[str, ...]]:
    """The act that fits a sentence, and words for it, the best first.

    A moment whose words are in the sentence wins over the feeling that is read in it.

    Raises:
        PyojeongError: When the sentence has no Korean.
    """
    from pyojeong.interfaces import wiring

    mood = wiring.text_reader().read_sentence(sentence)
    moments = moments_for(sentence)
    act = moments[0] if moments else act_for(mood.leading, max(0.05, mood.intensity))
    suggested = CaptionBank.shipped().suggest(mood, voice=voice, sentence=sentence, count=_LINES)
    return act.name, tuple(one.caption.text for one in suggested)
