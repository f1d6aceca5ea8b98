"""Packs and drawings, beside Skia's own SVG renderer painting the same sticker from its document.

``python -m benchmarks.stickers [DESIGN ...]``; packs are drawn by all cores, so on a quiet machine. Drawings are told
in time of the processor, which other work on the machine disturbs less.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import skia

from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import DESIGNS, Character, design_of, draw
from pyojeong.performing.character.acts import Act
from pyojeong.performing.character.filming import FRAMES
from pyojeong.stickers.composing import Composition, act_called
from pyojeong.stickers.planning import draw_pack, plan_pack

TARGETS = {"draw": 0.005, "kakao": 10.0, "line-animated": 60.0}
"""Seconds that are wanted: one drawing of 360 px, a pack of 32 stills, a pack of 24 films."""
SIDE = 360
MOMENTS = ("hello", "love", "sob", "angry", "payday", "rolling", "working", "off-work")


def best(work: Callable[[], object], tries: int = 7) -> float:
    """Processor seconds of the quickest of some runs."""
    return min(spent(work) for _ in range(tries))


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def figures(character: Character, act: Act) -> float:
    """Median seconds of figures of one cycle, posed, seated and painted; none of them was ever drawn before."""
    phases = [n / FRAMES for n in range(0, FRAMES, 2)]
    return median(spent(lambda at=at: painted(draw(character, act.at(at)), SIDE)) for at in phases)  # type: ignore[misc]


def peer_painter(svg: str) -> Callable[[], object]:
    """Parses and paints the document as Skia's SVG module does."""
    data = svg.encode("utf-8")

    def paint() -> object:
        pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
        with skia.Surface(pixels) as canvas:
            dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(data))
            dom.setContainerSize(skia.Size(SIDE, SIDE))
            dom.render(canvas)
        return pixels

    return paint


def drawings(design: str) -> tuple[float, float, float]:
    """Mean seconds over moments: a new figure, the sticker with its words once it is composed, the peer painting it."""
    character = Character(design)
    alone, worded, peer = [], [], []
    for moment in MOMENTS:
        act = act_called(moment, design=design_of(character))
        made = Composition(character, act, act.korean)
        alone.append(figures(character, act))
        worded.append(best(lambda made=made: made((SIDE, SIDE))))  # type: ignore[misc]
        peer.append(best(peer_painter(made.svg())))
    return tuple(float(np.mean(times)) for times in (alone, worded, peer))  # type: ignore[return-value]


def pack(store: str) -> tuple[float, float, int]:
    """Seconds to plan and to draw, and the largest file's bytes."""
    begin = time.perf_counter()
    plan = plan_pack(store, Character("mascot"))
    planned = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        written = draw_pack(plan, Path(folder) / "pack")
    return planned - begin, time.perf_counter() - planned, max(file.bytes for file in written.files)


def main() -> None:
    """Print the tables."""
    print("| design | figure ms | sticker ms | Skia's SVG ms | sticker / SVG |\n|---|---|---|---|---|")
    for design in sys.argv[1:] or DESIGNS:
        alone, worded, peer = (1000 * seconds for seconds in drawings(design))
        print(f"| {design} | {alone:.1f} | {worded:.1f} | {peer:.1f} | {worded / peer:.2f} |")
    print("\n| pack | plan s | draw s | wanted s | largest file KB |\n|---|---|---|---|---|")
    for store in ("kakao", "line-animated"):
        planned, drawn, largest = pack(store)
        print(f"| {store} | {planned:.2f} | {drawn:.1f} | {TARGETS[store]:.0f} | {largest / 1000:.0f} |")


if __name__ == "__main__":
    main()
