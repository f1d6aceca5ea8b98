"""What fits a sentence somebody typed."""

from __future__ import annotations

from pyojeong.interfaces.caption_writers import Captions
from pyojeong.stickers.captions import Voice

_LINES = 5


def heard(sentence: str, voice: Voice) -> tuple[str, str, Captions]:
    """The act that fits a sentence, what to say first, and what else: by the settings' writer, else by the bank.

    First comes what a language model wrote where the settings name one, else the sentence itself or a line that says
    the same; empty for none.

    Raises:
        PyojeongError: When the sentence has no Korean, or the settings name no writer there can be.
    """
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.sticker_orders import moment_in
    from pyojeong.performing.character.acts import act_for
    from pyojeong.stickers.captions.typed import standing_for

    mood = wiring.text_reader().read(sentence).mood
    act = moment_in(sentence, mood.leading) or act_for(mood.leading, max(0.05, mood.intensity)).name
    found = wiring.written_captions(sentence, mood, voice, count=_LINES)
    first = standing_for(sentence, found) if found.model is None else next(iter(found), None)
    return act, first or "", found
