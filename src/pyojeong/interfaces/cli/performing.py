"""From an order to the file the person asked for."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.text import Text

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.cli.screen import complain, patience, print_json, saved_sentence, show, stderr_console
from pyojeong.interfaces.cli.strip import asked_badge, mood_badge, strength_bar
from pyojeong.interfaces.documents import write_document
from pyojeong.interfaces.finish import Finish, Staging, Tempo
from pyojeong.interfaces.messages import readable, say
from pyojeong.interfaces.order import Order
from pyojeong.interfaces.performance import Rehearsal, acts_json, animate, document, perform, performed_json
from pyojeong.performing.portrait.recipe import dumps


@dataclass(frozen=True, slots=True)
class Files:
    """The photo, where the result goes, and where the edits go; checked before any work is done."""

    photo: Path
    output: Path
    recipe: Path | None = None

    def __post_init__(self) -> None:
        _check_place(self.output, self.photo)
        if self.recipe is not None:
            _check_place(self.recipe, self.photo)


def perform_order(order: Order, finish: Finish, files: Files, *, as_json: bool) -> None:
    """Write the file, then say what was done: to people, or as one JSON document."""
    with patience():
        rehearsal = order.rehearsed(wiring.opened_image(files.photo))
    for notice in rehearsal.notices:
        complain(say(*notice))
    if finish.tempo is None:
        told = _write_picture(rehearsal, finish.staging, files.output)
    else:
        told = _write_clip(rehearsal, finish.tempo, finish.staging, files.output)
    if files.recipe is not None:
        write_document(files.recipe, dumps(rehearsal.recipe))
    if as_json:
        print_json(told)
    else:
        show(_summary(rehearsal, told, order.intensity))


def _write_picture(rehearsal: Rehearsal, staging: Staging, output: Path) -> dict[str, Any]:
    performed = perform(rehearsal, staging)
    wiring.save_picture(performed.image, output)
    return performed_json(performed, str(output))


def _write_clip(rehearsal: Rehearsal, tempo: Tempo, staging: Staging, output: Path) -> dict[str, Any]:
    started = time.perf_counter()
    clip = animate(rehearsal, tempo, staging)
    with _progress() as progress:
        wiring.save_moving(clip, output, progress)
    seconds = rehearsal.seconds + time.perf_counter() - started
    return document(rehearsal, acts_json(rehearsal, {}), str(output), clip.size_wh, seconds)


@contextmanager
def _progress() -> Iterator[Callable[[float], None]]:
    """Told the share that is drawn, shows it on stderr when a person watches."""
    from rich.progress import Progress

    console = stderr_console()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(say("그리는 중", "drawing"), total=1.0)
        yield lambda share: progress.update(task, completed=share)


def _summary(rehearsal: Rehearsal, told: dict[str, Any], intensity: float | None) -> Text:
    """What was saved, then each mood with the strength it was shown at; ``intensity`` went before the mood's own."""
    width, height = told["size_wh"]
    line = Text(readable(saved_sentence(told["output"])))
    line.append(f" ({width}×{height}, {told['seconds']:.2f} s)", "dim")
    for role in rehearsal.roles:
        if role.mood is not None:
            mood = role.mood if intensity is None else replace(role.mood, intensity=intensity)
            badge = asked_badge(mood) if role.score is None else mood_badge(mood)
            line = Text.assemble(line, " ", badge, " ", strength_bar(mood))
    return line


def _check_place(output: Path, photo: Path) -> None:
    """Refuse a place that cannot be written, and the photo itself."""
    folder = output.parent
    if output.is_dir():
        korean = f"{output}은(는) 폴더입니다; 파일 이름까지 적어 주세요."
        raise PyojeongError(korean, f"{output} is a folder; give a file name.", kind="directory")
    if not folder.is_dir():
        korean = f"저장할 폴더가 없습니다: {folder}; 먼저 만들거나 다른 폴더를 적어 주세요."
        raise PyojeongError(korean, f"There is no folder {folder}; make it or name another.", kind="missing-folder")
    if not os.access(folder, os.W_OK):
        korean = f"{folder}에 쓸 권한이 없습니다; 다른 폴더를 골라 주세요."
        raise PyojeongError(korean, f"No permission to write in {folder}; choose another.", kind="no-permission")
    if output.exists() and photo.exists() and output.samefile(photo):
        korean = f"{output}은(는) 원본 사진입니다; 덮어쓰지 않으니 다른 이름을 적어 주세요."
        raise PyojeongError(korean, f"{output} is the photo itself; give another name.", kind="same-file")
