"""Moving files: frames, time, plays; whether they move at all, and what their first frame shows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pyojeong.stickers.packing.on_disk import PictureFacts
from pyojeong.stickers.preflight.case import Case, Item
from pyojeong.stickers.preflight.finding import Finding, Said, Severity
from pyojeong.stickers.stores.specs import Motion

_LEAST_MOVED = 0.004
"""Share of a chat window's pixels that must change at some time; a blink of both eyes of our designs changes .006."""
_CHANGED = 24
"""Levels of any channel, of 255."""
_FULL_FIRST = 0.6
"""Share of the usual drawn area that a first frame must have: it is the still in the shop."""


def stillness(case: Case) -> Iterator[Finding]:
    """Still files among moving ones, moving ones among still ones."""
    for item in case.items:
        facts = item.file.picture
        if facts is None:
            continue
        if item.spec.motion is not None and not facts.moves:
            says = Said(
                f"{item.name}: 움직여야 하는데 한 장뿐인 그림입니다.", f"{item.name} should move, but has one frame."
            )
            mend = Said(
                f"{item.spec.motion.frames[0]}–{item.spec.motion.frames[1]}장으로 움직이게 내보내세요.",
                f"Export it with {item.spec.motion.frames[0]}–{item.spec.motion.frames[1]} frames.",
            )
            yield case.broken("frames", "still", item.name, says, mend, measured="1")
        elif item.spec.motion is None and facts.moves:
            says = Said(
                f"{item.name}: 멈춘 그림이어야 하는데 {facts.frames}장이 움직입니다.",
                f"{item.name} should stand still, but moves through {facts.frames} frames.",
            )
            mend = Said(
                "한 장면만 내보내거나, 모두 움직이는 팩으로 내세요.",
                "Export one frame of it, or make a pack in which all move.",
            )
            yield case.broken("size", "moves", item.name, says, mend, measured=str(facts.frames), limit="1")


def times(case: Case) -> Iterator[Finding]:
    """Frames, seconds and plays against the store's rule."""
    for item in case.items:
        facts, motion = item.file.picture, item.spec.motion
        if facts is None or motion is None or not facts.moves:
            continue
        yield from _frames(case, item, facts, motion)
        yield from _seconds(case, item, facts, motion)
        yield from _plays(case, item, facts, motion)
        yield from _rate(case, item, facts, motion)


def _frames(case: Case, item: Item, facts: PictureFacts, motion: Motion) -> Iterator[Finding]:
    fewest, most = motion.frames
    if fewest <= facts.frames <= most:
        return
    says = Said(
        f"{item.name}: 장면이 {facts.frames}장인데 {fewest}–{most}장이어야 합니다.",
        f"{item.name} has {facts.frames} frames, but must have {fewest}–{most}.",
    )
    over = facts.frames > most
    mend = Said(
        f"{most}장 이하로 고르게 솎고 한 장의 시간을 그만큼 늘리세요." if over else "사이 장면을 더 그리세요.",
        f"Take out frames evenly down to {most} and show each longer." if over else "Draw frames in between.",
    )
    yield case.broken("frames", "frames", item.name, says, mend, measured=str(facts.frames), limit=f"{fewest}–{most}")


def _seconds(case: Case, item: Item, facts: PictureFacts, motion: Motion) -> Iterator[Finding]:
    """The time of all plays, of as many as are allowed: more of them is told of by itself."""
    plays = max(1, facts.plays or 1)
    if motion.plays is not None:
        plays = min(plays, motion.plays[1])
    whole = facts.seconds * plays if motion.plays is not None else facts.seconds
    most = motion.seconds_max
    too_many_plays = motion.plays is not None and (facts.plays or 0) > motion.plays[1]
    if most is not None and whole > most + 1e-6 and not (too_many_plays and facts.seconds <= most):
        times = f"{facts.seconds:.2f} s × {plays}" if plays > 1 else f"{facts.seconds:.2f} s"
        says = Said(
            f"{item.name}: 재생 시간이 {whole:.2f}초({times})인데 {most:g}초까지입니다.",
            f"{item.name} plays for {whole:.2f} s ({times}), but {most:g} s are the most.",
        )
        mend = Said(
            "되풀이 횟수를 줄이거나 장면마다 시간을 줄이세요.", "Play it fewer times, or show each frame for less time."
        )
        yield case.broken("seconds", "seconds", item.name, says, mend, measured=f"{whole:.2f} s", limit=f"{most:g} s")
    if motion.whole_seconds and abs(facts.seconds - round(facts.seconds)) > 0.005:
        says = Said(
            f"{item.name}: 한 번 재생이 {facts.seconds:.2f}초입니다. 1, 2, 3초처럼 딱 떨어져야 합니다.",
            f"One play of {item.name} lasts {facts.seconds:.2f} s, but must last 1, 2, 3 … s.",
        )
        near = max(1, round(facts.seconds))
        mend = Said(
            f"장면 시간을 고쳐 {near}초로 맞추세요: 한 장에 {near * 1000 / facts.frames:.0f} ms.",
            f"Change the frames' times to make {near} s: {near * 1000 / facts.frames:.0f} ms each.",
        )
        yield case.broken("seconds", "whole-seconds", item.name, says, mend, measured=f"{facts.seconds:.2f} s")


def _plays(case: Case, item: Item, facts: PictureFacts, motion: Motion) -> Iterator[Finding]:
    if facts.plays is None:
        return
    if motion.plays is not None and not motion.plays[0] <= facts.plays <= motion.plays[1]:
        fewest, most = motion.plays
        got = Said(f"{facts.plays}번", f"{facts.plays} times") if facts.plays else Said("끝없이", "for ever")
        says = Said(
            f"{item.name}: {got.korean} 되풀이하는데 {fewest}–{most}번이어야 합니다.",
            f"{item.name} plays {got.english}, but must play {fewest}–{most} times.",
        )
        mend = Said(
            f"되풀이 횟수를 {most}번 이하로 저장하세요. 모두 합한 시간도 지켜야 합니다.",
            f"Save it to play at most {most} times; the time of all plays counts too.",
        )
        yield case.broken("plays", "plays", item.name, says, mend, measured=str(facts.plays), limit=f"{fewest}–{most}")
    elif motion.plays is None and facts.plays != 0:
        says = Said(
            f"{item.name}: {facts.plays}번만 움직이고 멈춥니다.", f"{item.name} moves {facts.plays} times and stops."
        )
        mend = Said("끝없이 되풀이하도록 저장하세요.", "Save it to play for ever.")
        yield Finding("stops", Severity.NOTE, item.name, says, mend, str(facts.plays), "∞")


def _rate(case: Case, item: Item, facts: PictureFacts, motion: Motion) -> Iterator[Finding]:
    fastest = min(facts.durations_ms)
    least = motion.frame_ms_min
    if motion.frames_per_second_max:
        # The shortest frame tells of a burst that a mean would hide; stamps are rounded to a millisecond, and how long
        # the last frame stays a film need not say.
        burst = 1000 / (min(facts.durations_ms[:-1]) + 1)
        rate = max(facts.frames / facts.seconds if facts.seconds else float("inf"), burst)
        if rate > motion.frames_per_second_max * 1.02:
            most = f"{motion.frames_per_second_max:g}"
            says = Said(
                f"{item.name}: 1초에 {rate:.0f}장인데 {most}장까지입니다.",
                f"{item.name} has {rate:.0f} frames a second, but {most} are the most.",
            )
            mend = Said("장면을 솎거나 천천히 보이게 하세요.", "Take out frames or show them longer.")
            yield case.broken("frames", "rate", item.name, says, mend, measured=f"{rate:.0f}", limit=most)
    if fastest < least:
        says = Said(
            f"{item.name}: {fastest} ms만 보이는 장면이 있는데 {least} ms 이상이어야 합니다.",
            f"{item.name} has a frame of {fastest} ms, but {least} ms is the least.",
        )
        mend = Said(f"모든 장면을 {least} ms 이상 보이게 하세요.", f"Show every frame for {least} ms or more.")
        yield case.broken("seconds", "frame-time", item.name, says, mend, measured=f"{fastest}", limit=f"{least}")


def sound(case: Case) -> Iterator[Finding]:
    """Films that carry sound."""
    for item in case.items:
        if item.file.picture is not None and item.file.picture.has_sound:
            says = Said(f"{item.name}: 영상에 소리가 들어 있습니다.", f"{item.name} carries sound.")
            mend = Said("소리 없이 다시 내보내세요.", "Export it without sound.")
            yield case.broken("size", "sound", item.name, says, mend)


def liveliness(case: Case) -> Iterator[Finding]:
    """Moving files in which nothing is seen to move, and those that begin with an unfinished picture."""
    for item, look in case.seen:
        if len(look.smalls) < 2:
            continue
        first = look.small.astype(int)
        moved = max(float((np.abs(small - first).max(2) > _CHANGED).mean()) for small in look.smalls[1:])
        if moved < _LEAST_MOVED:
            says = Said(
                f"{item.name}: 채팅창 크기에서는 거의 움직이지 않습니다.",
                f"{item.name} hardly moves at the size of a chat window.",
            )
            mend = Said("몸이나 표정이 더 크게 움직이게 하세요.", "Let the body or the face move more.")
            yield Finding(
                "barely-moves", Severity.WARNING, item.name, says, mend, f"{moved:.1%}", f"{_LEAST_MOVED:.1%}"
            )
        areas = [int((small[:, :, 3] > 32).sum()) for small in look.smalls]
        share = areas[0] / max(1.0, float(np.median(areas)))
        if share < _FULL_FIRST:
            says = Said(
                f"{item.name}: 첫 장면이 다른 장면의 {share:.0%}만 그려져 있습니다. 상점에는 첫 장면이 보입니다.",
                f"The first frame of {item.name} shows {share:.0%} of what the others do, and it is the shop's still.",
            )
            mend = Said("가장 알아보기 쉬운 자세를 첫 장면에 두세요.", "Begin with the pose that is easiest to read.")
            yield Finding("first-frame", Severity.WARNING, item.name, says, mend, f"{share:.0%}", f"{_FULL_FIRST:.0%}")
