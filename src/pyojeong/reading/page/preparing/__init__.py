"""A photograph of paper becomes what a reader of print likes: flat, evenly lit, upright, letters of one size."""

from pyojeong.reading.page.preparing.preparation import Preparation, Prepared, prepared

__all__ = ["Preparation", "Prepared", "prepared"]
