"""Packs planned and drawn: which moments, which words, then the files of a store."""

from pyojeong.stickers.planning.choosing import plan_pack, usual_count, usual_title
from pyojeong.stickers.planning.drawing import check_plan, draw_pack, pack_of
from pyojeong.stickers.planning.editing import added, dropped, moved, replaced, swapped
from pyojeong.stickers.planning.plan import PackPlan, PlanItem, dumps, loads
from pyojeong.stickers.planning.topics import shortfalls
from pyojeong.stickers.planning.wishes import Wishes, heard

__all__ = [
    "PackPlan",
    "PlanItem",
    "Wishes",
    "added",
    "check_plan",
    "draw_pack",
    "dropped",
    "dumps",
    "heard",
    "loads",
    "moved",
    "pack_of",
    "plan_pack",
    "replaced",
    "shortfalls",
    "swapped",
    "usual_count",
    "usual_title",
]
