"""Things of squares: the ones most often held; their outline is added."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.performing.character.designs.pixel_sheet import FLOOR, Glyph, Sheet, empty, grown
from pyojeong.performing.character.props import PROPS, Held

KEY: Mapping[str, str] = MappingProxyType(
    {
        "o": "#ffffff",
        "r": "#ef3b45",
        "y": "#ffcf33",
        "b": "#4a86f0",
        "g": "#57b84e",
        "n": "#9a6238",
        "p": "#ff8fb4",
        "d": "#8a90a4",
        "s": "#bfe3ff",
        "f": "#ff9a3a",
        "k": "#2a1a33",
        "w": "#f2ead8",
        "l": "#c9cede",
        "h": "#c02a3a",
    }
)
THINGS: Mapping[str, Glyph] = MappingProxyType(
    {
        "coffee": ("..k..", "lllll", "ooooo", "ooooo", "nnnnn", "nnnnn", ".ooo."),
        "mug": ("oooo..", "ooooo.", "yyyydd", "yoyy.d", "yoyy.d", "yyyydd", "yyyy.."),
        "cake": ("...rr...", "...y....", "pppppppp", "opopopop", "oooooooo", "ffffffff", "wwwwwwww"),
        "gift": (".yy..yy.", "..yyyy..", "rrryyrrr", "rrryyrrr", "hhhyyhhh", "rrryyrrr", "rrryyrrr"),
        "rice": ("..ooo.k.", ".oooook.", "oooooook", "bbbbbbbb", "bsbsbsbb", ".bbbbbb.", "..bbbb.."),
        "pillow": ("ssssssssss", "sssssssssb", "ssbssssbsb", "sssssssssb", "sssssssbbb"),
        "phone": ("kkkk", "kssk", "kssk", "kssk", "kkok"),
        "umbrella": (
            "......k......",
            "....bbbbb....",
            "..bbbsbbbbb..",
            ".bbbsbbbbbbb.",
            "bbbbbbbbbbbbb",
            "b.bb.bbb.bb.b",
            "......k......",
            "......k......",
            "......k......",
            "....k.k......",
            "....kkk......",
        ),
        "book": ("rrrr.rrrr", "roorrroor", "roororoor", "roororoor", "roororoor", "rrrrrrrrr"),
        "laptop": (
            "dddddddddddd",
            "dlllllllllld",
            "dllllsllllld",
            "dlllllllllld",
            "dlllllllllld",
            "dddddddddddd",
            "llllllllllll",
        ),
        "money": ("gggggggg", "goooooog", "googggoo", "goooooog", "gggggggg"),
        "microphone": ("ddd", "ldd", "ddd", ".k.", ".k.", ".k."),
        "dumbbell": ("dd.....dd", "dd.....dd", "ddkkkkkdd", "dd.....dd", "dd.....dd"),
        "popper": (".....yyr", "....ypyy", "...ryyr.", "..rrry..", ".rrfr...", "rrrr....", "rr......"),
        "suitcase": ("..kkkk..", "..k..k..", "gggggggg", "gggggggg", "gyggggyg", "gggggggg", "gggggggg"),
        "tissue": (".oo.", "oooo", "oolo", ".oo."),
        "big-heart": (
            "..rrr...rrr..",
            ".rrrrr.rrrrr.",
            "rroorrrrrrrrr",
            "rrorrrrrrrrrr",
            "rrrrrrrrrrrrr",
            ".rrrrrrrrrrr.",
            "..rrrrrrrrr..",
            "...rrrrrrr...",
            "....rrrrr....",
            ".....rrr.....",
            "......r......",
        ),
        "blanket": (
            "oooooooooooooooooooooo",
            "ssssssssssssssssssssss",
            "bbbbbbbbbbbbbbbbbbbbbb",
            "bbyybbbbbbbbbbbbbyybbb",
            "bbyybbbbbbbbbbbbbyybbb",
            "bbbbbbbbbyybbbbbbbbbbb",
            "bbbbbbbbbyybbbbbbbbbbb",
            "bbbbbbbbbbbbbbbbbbbbbb",
        ),
        "heart": (".rr.rr.", "rorrrrr", "rrrrrrr", ".rrrrr.", "..rrr..", "...r..."),
        "bouquet": (".pp.yy.", "pyppyry", ".ppfyy.", "gfffgg.", ".ggggg.", "..ggg..", "..www..", "..www.."),
    }
)


def stamp_thing(sheet: Sheet, name: str, hands: tuple[tuple[float, float], ...], middle: int, ink: str) -> bool:
    """Set the thing ``name`` on the sheet and say so; no when there are no squares of it.

    Args:
        sheet: What it is set on.
        name: As in `Pose.prop`.
        hands: Columns and rows of the hands that hold it; none for what stands.
        middle: The figure's middle column.
        ink: Of its outline.
    """
    if name not in THINGS:
        return False
    glyph, held = THINGS[name], PROPS[name].held
    width, high = len(glyph[0]), len(glyph)
    if held is Held.FRONT or not hands:
        x, y = (middle - 15 - width // 2 if held is Held.BESIDE else middle - width // 2), FLOOR - high
    else:
        x = round(sum(hand[0] for hand in hands) / len(hands) - width / 2)
        y = round(sum(hand[1] for hand in hands) / len(hands) - high * (0.9 if len(hands) == 1 else 0.72))
    x, y = max(3, min(37 - width, x)), max(2, min(FLOOR - high, y))
    mask = empty()
    for down, row in enumerate(glyph):
        for right, letter in enumerate(row):
            mask[y + down, x + right] = letter != "."
    sheet.fill(grown(mask) & ~mask, ink)
    sheet.stamp(glyph, x, y, KEY)
    return True
