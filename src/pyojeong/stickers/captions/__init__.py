"""What a sticker says: a written bank, what fits a mood and a sentence, and who else may write."""

from pyojeong.stickers.captions.bank import CaptionBank
from pyojeong.stickers.captions.caption import Caption, Length
from pyojeong.stickers.captions.situation import Situation
from pyojeong.stickers.captions.suggesting import Reason, Suggestion
from pyojeong.stickers.captions.voice import Voice
from pyojeong.stickers.captions.writing import CaptionWriter, Written, write_captions

__all__ = [
    "Caption",
    "CaptionBank",
    "CaptionWriter",
    "Length",
    "Reason",
    "Situation",
    "Suggestion",
    "Voice",
    "Written",
    "write_captions",
]
