"""What fits a sentence somebody typed."""

from __future__ import annotations

from pyojeong.interfaces.caption_writers import Captions
from pyojeong.stickers.captions import Voice

_LINES = 5


def heard(sentence: str, voice: Voice) -> tuple[str, Captions]:
    """The name of the act that fits a sentence, and words for it by the writer the settings name, else by the bank.

    Raises:
        PyojeongError: When the sentence has no Korean, or the settings name no writer there can be.
    """
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.sticker_orders import moment_in
    from pyojeong.performing.character.acts import act_for

    mood = wiring.text_reader().read(sentence).mood
    act = moment_in(sentence, mood.leading) or act_for(mood.leading, max(0.05, mood.intensity)).name
    return act, wiring.written_captions(sentence, mood, voice, count=_LINES)
