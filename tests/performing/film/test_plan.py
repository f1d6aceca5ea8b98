"""A film in whole frames: every one belongs to one stretch and one chunk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pyojeong.performing.film.plan import Kind, chunks, scene_starts, stretches

from .plays import play, scene


@given(st.integers(1, 5), st.sampled_from([10, 24, 25, 30, 60]), st.integers(1, 200))
def test_chunks_cover_every_frame_once_in_order(scenes: int, rate: int, longest: int) -> None:
    film = play(*(scene(number) for number in range(scenes)), rate=rate)
    frames = [stretch.first + n for stretch, part in chunks(film, longest) for n in part]
    last = stretches(film)[-1]
    assert frames == list(range(last.first + last.count))
    assert all(len(part) <= longest for _, part in chunks(film, longest))


@given(st.sampled_from([10, 24, 25, 30]))
def test_scenes_are_long_enough_for_their_lines(rate: int) -> None:
    film = play(scene(0), scene(1), rate=rate)
    for stretch in stretches(film):
        if stretch.kind is Kind.SCENE:
            assert stretch.count / rate >= film.scenes[stretch.scene].turns[-1].end
    assert scene_starts(film) == tuple(s.first / rate for s in stretches(film) if s.kind is Kind.SCENE)
