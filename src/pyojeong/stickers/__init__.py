"""GATHERS: captions, stores and packs of stickers."""
