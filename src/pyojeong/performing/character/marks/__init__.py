"""Comic marks: drawn with the design's pen, seated where they hide nothing, moving with the phase."""

from pyojeong.performing.character.marks.drawn import REST_STRENGTH, MarksDrawn, mark_nodes

__all__ = ["REST_STRENGTH", "MarksDrawn", "mark_nodes"]
