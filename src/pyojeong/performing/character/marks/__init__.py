"""Comic marks: drawn with the design's pen, seated where they hide nothing, moving with the phase."""

from pyojeong.performing.character.marks.drawn import REST_STRENGTH, MarksDrawn, Seating, mark_nodes, seating_of

__all__ = ["REST_STRENGTH", "MarksDrawn", "Seating", "mark_nodes", "seating_of"]
