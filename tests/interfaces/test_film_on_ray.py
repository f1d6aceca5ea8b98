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

from pyojeong.interfaces import film_on_ray
from pyojeong.interfaces.film_on_ray import RayPainter, _files_of, _with_files
from pyojeong.performing.film.crew import Job, draw
from pyojeong.performing.film.screenplay_json import screenplay_to_json, source_to_json

LENGTH, PART = 45, 15
#: A process of its own: Ray leaves threads, sockets and warnings behind that no other test should meet.
PROGRAM = """
    import json, sys
    from pathlib import Path
    import ray
    from pyojeong.interfaces.film_on_ray import draw_on_ray
    from pyojeong.performing.film.crew import Job

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    film, folder = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    counts = []
    jobs = [Job(n, n + 15, folder / f"{n:03}.mp4") for n in range(0, 45, 15)]
    draw_on_ray(film, jobs, workers=2, progress=counts.append)
    print(counts[-1])
    ray.shutdown()
"""


@pytest.fixture
def film() -> dict[str, object]:
    actors = {role: source_to_json(source) for role, source in sources().items()}
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
    assert said.stdout.split()[-1] == str(LENGTH)
    draw(film, [Job(n, n + PART, tmp_path / "here" / f"{n:03}.mp4") for n in range(0, LENGTH, PART)], workers=1)
    here, there = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("here", "ray"))
    assert len(here) == 3 and here == there


def test_a_painter_of_another_version_draws_nothing(film: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    painter = RayPainter((film, {}, "another"))
    assert painter.drawn(0, 1)["error"]["kind"] == "no-cluster"


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
    from pyojeong import PyojeongError

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(PyojeongError, match=r"pip install 'pyojeong\[scale\]'"):
        film_on_ray.draw_on_ray(film, [], workers=1)
