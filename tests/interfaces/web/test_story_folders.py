"""Folders of visitors, and what becomes of those whose server was killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pyojeong.interfaces.web.story.folders import visitor_folder

LEAVE = "import os, sys; from pathlib import Path; from pyojeong.interfaces.web.story.folders import visitor_folder; "
KILLED = LEAVE + "kept = visitor_folder(Path(sys.argv[1])); Path(kept.name, 'face.png').write_bytes(b'x'); os._exit(9)"


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
    elsewhere = tmp_path / "visit-anothermachine-1-abc"  # a home that several machines share
    elsewhere.mkdir()
    visitor_folder(tmp_path).cleanup()
    assert elsewhere.exists()
    mine.cleanup()
