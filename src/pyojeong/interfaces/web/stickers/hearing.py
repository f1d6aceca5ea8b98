"""What fits a sentence somebody typed."""

from __future__ import annotations

from pyojeong.stickers.captions import CaptionBank, Voice

_LINES = 5


def heard(sentence: str, voice: Voice) -> tuple[str, tuple[str, ...]]:
    """The name of the act that fits a sentence, and words for it, the best first.

    Raises:
        PyojeongError: When the sentence has no Korean.
    """
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.sticker_orders import moment_in
    from pyojeong.performing.character.acts import act_for

    mood = wiring.text_reader().read_sentence(sentence)
    act = moment_in(sentence, mood.leading) or act_for(mood.leading, max(0.05, mood.intensity)).name
    suggested = CaptionBank.shipped().suggest(mood, voice=voice, sentence=sentence, count=_LINES)
    return act, tuple(one.caption.text for one in suggested)
