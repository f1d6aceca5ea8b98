"""MAKES: lines are spoken, scenes drawn by several processes, and all of it joined into one film."""

from pyojeong.stories.production.making import Film, FilmMaker, Made, Progress, Stage

__all__ = ["Film", "FilmMaker", "Made", "Progress", "Stage"]
