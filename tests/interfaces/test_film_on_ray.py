"""A film drawn on a Ray of two workers, started for the test and ended with it, has the bytes processes give it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.performing.film.plays import play, scene, sources

import pyojeong
from pyojeong import PyojeongError
from pyojeong.interfaces import film_on_ray
from pyojeong.interfaces.film_on_ray import RayPainter, _files_of, _with_files
from pyojeong.media.opening import open_image
from pyojeong.performing.film.crew import Job, draw
from pyojeong.performing.film.screenplay_json import screenplay_to_json, source_to_json
from pyojeong.performing.film.sources import PhotoSource
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.stories.production.drawing_code import drawing_code

LENGTH, PART = 45, 15
SAMPLE = Path(str(pyojeong.__file__)).parent / "interfaces" / "samples" / "astronaut.jpg"
#: A process of its own: Ray leaves threads, sockets and warnings behind that no other test should meet.
PROGRAM = """
    import json, sys, time
    from pathlib import Path
    import ray
    from pyojeong import PyojeongError
    from pyojeong.interfaces.film_on_ray import draw_on_ray
    from pyojeong.performing.film.crew import Job

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    film, folder = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    counts = []
    jobs = [Job(n, n + 15, folder / f"{n:03}.mp4") for n in range(0, 45, 15)]
    draw_on_ray(film, jobs, workers=2, progress=counts.append)
    print(counts[-1])
    del film["subtitled"]  # no painter expects that
    try:
        draw_on_ray(film, [Job(0, 3, folder / "failed.mp4"), Job(3, 6, folder / "failed too.mp4")], workers=2)
    except PyojeongError as failure:
        refused = failure  # kept, with every frame of its traceback
    print(refused.kind, "subtitled" in refused.english)
    end = time.monotonic() + 60
    while ray.available_resources().get("CPU") != 2.0 and time.monotonic() < end:
        time.sleep(0.2)
    print(ray.available_resources().get("CPU"))
    ray.shutdown()
"""


@pytest.fixture(scope="module")
def film() -> dict[str, object]:
    """One of the two is a photo."""
    face = FaceFinder().find(open_image(SAMPLE))[0]
    played = {**sources(), "아이": PhotoSource(SAMPLE, face)}
    actors = {role: source_to_json(source) for role, source in played.items()}
    return {"screenplay": screenplay_to_json(play(scene(0))), "actors": actors, "subtitled": True}


@pytest.mark.slow
def test_a_cluster_of_two_draws_what_processes_draw(film: dict[str, object], tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="ray is in the scale extra")
    (tmp_path / "film.json").write_text(json.dumps(film))
    for name in ("ray", "here"):
        (tmp_path / name).mkdir()
    command = [sys.executable, "-c", textwrap.dedent(PROGRAM), str(tmp_path / "film.json"), str(tmp_path / "ray")]
    environment = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "OMP_NUM_THREADS": "1"}
    said = subprocess.run(command, capture_output=True, text=True, timeout=240, env=environment, check=False)
    assert said.returncode == 0, said.stderr
    drawn, failed, free = said.stdout.splitlines()[-3:]
    assert drawn == str(LENGTH)
    assert failed == "worker-failed True"
    assert free == "2.0"  # nobody is left after a failure
    draw(film, [Job(n, n + PART, tmp_path / "here" / f"{n:03}.mp4") for n in range(0, LENGTH, PART)], workers=1)
    here, there = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("here", "ray"))
    assert len(here) == 3 and here == there


def test_a_painter_draws_photos_on_after_their_files_are_gone(film: dict[str, object], tmp_path: Path) -> None:
    painter = RayPainter((film, _files_of(film), drawing_code(), ""))
    chunks = [painter.drawn(first, first + 3)["chunk"] for first in (0, 3)]
    draw(film, [Job(n, n + 3, tmp_path / f"{n}.mp4") for n in (0, 3)], workers=1)
    assert chunks == [(tmp_path / f"{n}.mp4").read_bytes() for n in (0, 3)]


def test_a_painter_of_another_version_draws_nothing(film: dict[str, object]) -> None:
    painter = RayPainter((film, {}, "another", ""))
    assert painter.drawn(0, 1)["error"]["kind"] == "no-cluster"


@pytest.mark.parametrize(("here", "there"), [("opengl", "skia"), ("skia", "opengl")])
def test_a_painter_that_lights_heads_otherwise_draws_none(
    here: str, there: str, film: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film_on_ray, "painter_of_heads", lambda: there)
    heads = {"actors": {"곰": {"kind": "avatar", "path": "곰.glb"}}}
    told = RayPainter(({**film, **heads}, {"곰.glb": b""}, drawing_code(), here)).drawn(0, 1)
    assert told["error"]["kind"] == "no-cluster" and "EGL" in told["error"]["english"]
    assert film_on_ray._heads(heads) == there and film_on_ray._heads(film) == ""


def test_a_photo_that_is_gone_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as refused:
        _files_of({"actors": {"나": {"kind": "photo", "path": str(tmp_path / "나.jpg")}}})
    assert refused.value.kind == "missing-file" and "나.jpg" in refused.value.korean


def test_what_actors_are_made_of_travels_with_the_film(tmp_path: Path) -> None:
    (tmp_path / "나.jpg").write_bytes(b"photo")
    actors = {"나": {"kind": "photo", "path": str(tmp_path / "나.jpg")}, "곰": {"kind": "character"}}
    files = _files_of({"actors": actors})
    (tmp_path / "there").mkdir()
    moved = _with_files(actors, files, tmp_path / "there")
    assert Path(moved["나"]["path"]).parent == tmp_path / "there"
    assert Path(moved["나"]["path"]).read_bytes() == b"photo" and moved["곰"] == actors["곰"]


def test_without_ray_one_sentence_says_what_to_install(
    film: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(PyojeongError, match=r"pip install 'pyojeong\[scale\]'"):
        film_on_ray.draw_on_ray(film, [], workers=1)
