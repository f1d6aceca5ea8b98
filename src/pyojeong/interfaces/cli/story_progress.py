"""What is being done while a film is made, on stderr."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pyojeong.interfaces.messages import say

if TYPE_CHECKING:
    from pyojeong.stories.production import Progress, Stage


@contextmanager
def film_progress() -> Iterator[Progress]:
    """A bar a stage, with the time left; on a screen that is none, a line a stage."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Bars(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[Stage, int] = {}
        begun = time.monotonic()

        def told(stage: Stage, done: int, whole: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_name(stage), total=max(whole, 1))
                if not console.is_terminal:
                    console.print(f"{_name(stage)} ({time.monotonic() - begun:.0f}s)", highlight=False)
            bars.update(bars.task_ids[tasks[stage]], completed=done, total=max(whole, 1))

        yield told


def _name(stage: Stage) -> str:
    names = {
        "speaking": ("말하기", "Speaking"),
        "drawing": ("그리기", "Drawing"),
        "joining": ("잇기", "Joining"),
    }
    return say(*names[stage.value])
