"""Packs: what goes in, how each file is made to fit, how it is written and read back."""

from pyojeong.stickers.packing.on_disk import FileOnDisk, PackOnDisk, PictureFacts, Problem, Transparency
from pyojeong.stickers.packing.pack import CaptionDrawn, Captioned, Making, Pack, PictureOf, Sticker
from pyojeong.stickers.packing.reading import read_pack
from pyojeong.stickers.packing.writing import WrittenFile, WrittenPack, write_pack

__all__ = [
    "CaptionDrawn",
    "Captioned",
    "FileOnDisk",
    "Making",
    "Pack",
    "PackOnDisk",
    "PictureFacts",
    "PictureOf",
    "Problem",
    "Sticker",
    "Transparency",
    "WrittenFile",
    "WrittenPack",
    "read_pack",
    "write_pack",
]
