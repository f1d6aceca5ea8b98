"""Stickers of a person's own photo: the face performs, the background is gone, words and comic marks stand by it."""

from pyojeong.stickers.photo_stickers.bust import Bust
from pyojeong.stickers.photo_stickers.packing import PHOTO_MOMENTS, photo_notice, photo_pack
from pyojeong.stickers.photo_stickers.picture import PhotoPicture
from pyojeong.stickers.photo_stickers.sticker import photo_sticker

__all__ = ["PHOTO_MOMENTS", "Bust", "PhotoPicture", "photo_notice", "photo_pack", "photo_sticker"]
