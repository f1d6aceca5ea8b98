"""Folders of visitors, and what becomes of those whose server was killed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pyojeong.interfaces.visitor_folders import VisitorFolder, visitor_folder

MAKE = "import os, sys; from pathlib import Path; from pyojeong.interfaces.visitor_folders import visitor_folder; "
MADE = MAKE + "kept = visitor_folder(Path(sys.argv[1])); Path(kept.name, 'face.png').write_bytes(b'x'); "
KILLED = MADE + "os._exit(9)"
LIVING = MADE + "print(kept.name, flush=True); sys.stdin.read(); kept.cleanup()"


def test_a_folder_is_the_visitors_alone_and_goes_with_them(tmp_path: Path) -> None:
    folder = visitor_folder(tmp_path / "stories")
    assert Path(folder.name).stat().st_mode & 0o077 == 0
    folder.cleanup()
    assert not list((tmp_path / "stories").iterdir())


def test_what_a_killed_server_left_goes_and_what_is_used_stays(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    (left,) = tmp_path.iterdir()
    assert (left / "face.png").exists()
    mine = visitor_folder(tmp_path)
    assert not left.exists()
    visitor_folder(tmp_path).cleanup()
    assert Path(mine.name).exists()
    mine.cleanup()


def test_what_a_container_of_another_name_left_goes(tmp_path: Path) -> None:
    left = tmp_path / "visit-3f2a9c81d0ee-1-abc"
    left.mkdir()
    (left / ".in-use").touch()
    (left / "face.png").write_bytes(b"x")
    visitor_folder(tmp_path).cleanup()
    assert not left.exists()


def test_a_folder_of_another_living_server_stays(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIVING, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        theirs = Path(server.stdout.readline().strip())
        visitor_folder(tmp_path).cleanup()
        assert (theirs / "face.png").exists()
        server.communicate("")
    assert not theirs.exists()


@pytest.mark.parametrize("name", ["3f2a9c81d0ee-1-abc", f"{socket.gethostname()}-999999999-abc", "x"])
def test_a_folder_a_living_server_holds_stays_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    left = tmp_path / f"visit-{name}"
    left.mkdir()
    (left / "face.png").write_bytes(b"x")
    hold = (
        "import sys; from pyojeong.interfaces import visitor_folders\n"
        "lock = open(sys.argv[1], 'ab'); visitor_folders._locked(lock); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(left / ".in-use")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        server.stdout.readline()
        visitor_folder(tmp_path).cleanup()
        assert (left / "face.png").exists()
        server.kill()
    visitor_folder(tmp_path).cleanup()
    assert not left.exists()


def test_photos_sent_to_a_server_of_before_go_when_nothing_was_written_there_for_a_day(tmp_path: Path) -> None:
    old, used, elsewhere = tmp_path / "job-old", tmp_path / "job-used", tmp_path / "elsewhere"
    long_ago = time.time() - 25 * 3600
    for folder in (old, used, elsewhere):
        (folder / "held").mkdir(parents=True)
        (folder / "held" / "held-0.png").write_bytes(b"x")
    (used / "held" / "chunk.mp4").write_bytes(b"x")
    for path in tmp_path.rglob("*"):
        os.utime(path, (long_ago, time.time() if path.name == "chunk.mp4" else long_ago))
    (tmp_path / "job-link").symlink_to(elsewhere)
    visitor_folder(tmp_path).cleanup()
    assert not old.exists()
    assert (used / "held" / "held-0.png").exists() and (elsewhere / "held" / "held-0.png").exists()


@pytest.mark.parametrize("name", [f"{os.getpid()}-left", "x-y", "1", ""])
def test_whatever_a_folder_nobody_holds_is_called_it_goes(name: str, tmp_path: Path) -> None:
    left = tmp_path / f"visit-{name}"
    left.mkdir()
    (left / "face.png").write_bytes(b"x")
    mine = visitor_folder(tmp_path)
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [Path(mine.name)]
    mine.cleanup()


def test_a_file_or_a_link_of_such_a_name_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "photo.jpg").write_bytes(b"x")
    (tmp_path / "visit-file").write_bytes(b"x")
    (tmp_path / "visit-link").symlink_to(tmp_path / "elsewhere")
    visitor_folder(tmp_path).cleanup()
    assert (tmp_path / "elsewhere" / "photo.jpg").exists()
    assert (tmp_path / "visit-file").exists()


def test_a_folder_lost_to_a_server_that_starts_at_the_same_moment_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    held = VisitorFolder.held

    def robbed(folder: VisitorFolder) -> bool:
        made.append(folder.name)
        if len(made) == 1:
            shutil.rmtree(folder.name)
        return held(folder)

    monkeypatch.setattr(VisitorFolder, "held", robbed)
    mine = visitor_folder(tmp_path)
    assert mine.name == made[1] and Path(mine.name).is_dir()
    mine.cleanup()
