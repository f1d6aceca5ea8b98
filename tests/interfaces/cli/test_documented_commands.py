"""Every command shown in docs/cli.md works as it stands there, in the order it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from pyojeong.interfaces.cli.app import app

PAGE = Path(__file__).parents[3] / "docs" / "cli.md"
LINES = [line for block in re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.S) for line in block.splitlines()]
WINK = re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.S)[0]


def test_the_page_shows_commands() -> None:
    assert len(LINES) > 12


def test_every_documented_command_works(
    pyojeong: Any, word_reader: object, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with PIL.Image.open(pictures / "portrait.png") as portrait:
        portrait.save("photo.jpg")
        portrait.save("other.png")
    with PIL.Image.open(pictures / "six.png") as group:
        group.save("group.png")
    Path("diary.txt").write_text("속상해.", encoding="utf-8")
    Path("후기.csv").write_text("본문\n속상해.\n\n기뻐.\n", encoding="utf-8")
    Path("동화.txt").write_text('"기뻐!" 토끼가 말했어요.', encoding="utf-8")
    Path("사진").mkdir()
    Path("사진/photo.png").write_bytes(Path("other.png").read_bytes())
    Path("wink.json").write_text(WINK, encoding="utf-8")
    for line in LINES:
        said_first, _, command = line.rpartition(" | ")
        words = shlex.split(command)
        said = pyojeong(*words[1:], stdin=said_first.encode())
        assert (words[0], said.code, said.err) == ("pyojeong", 0, ""), line


def test_every_option_of_perform_is_on_the_page() -> None:
    from typer.main import get_command

    page = PAGE.read_text("utf-8")
    options = {name for parameter in get_command(app).commands["perform"].params for name in parameter.opts}
    assert [name for name in sorted(options) if name.startswith("--") and name not in page] == ["--output"]
