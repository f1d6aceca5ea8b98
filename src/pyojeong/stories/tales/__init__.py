"""TALES that come with the package: old stories retold for this project."""

from pyojeong.stories.tales.tales import Tale, sample_tale, sample_tales, tales_from_json

__all__ = ["Tale", "sample_tale", "sample_tales", "tales_from_json"]
