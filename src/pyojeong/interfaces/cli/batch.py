"""Tables and folders on the command line: progress while it works, a line or a document when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show, stderr_console
from pyojeong.interfaces.messages import say

if TYPE_CHECKING:
    from pyojeong.interfaces.batch.job import Job
    from pyojeong.interfaces.batch.report import Report
    from pyojeong.interfaces.batch.source import Advance

NOWHERE = (0, 0)
TABLE_SUFFIXES = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".parquet")


def read_into_table(job_of: Callable[[], Job], *, workers: int | None, on_ray: bool, as_json: bool) -> None:
    """Do the job, showing how far it is, and tell what came of it."""
    from pyojeong.interfaces.batch.job import run
    from pyojeong.interfaces.batch.orders import pool_for
    from pyojeong.interfaces.batch.report import report_json

    with patience():
        job = job_of()
        pool = pool_for(job, workers, on_ray=on_ray)
    with _progress() as advance:
        report = run(job, pool, advance)
    for notice in report.notices:
        complain(say(*notice))
    if as_json:
        print_json(report_json(report))
    else:
        show(_summary(report))


@contextmanager
def _progress() -> Iterator[Advance]:
    """A bar with rate and time to go where a person watches; on Ctrl-C everybody is told what is kept."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn

    console = stderr_console()
    watched = console.is_terminal
    rate = TextColumn(say("{task.fields[rate]}/초", "{task.fields[rate]}/s"))
    columns: list[str | ProgressColumn] = ["{task.description}", BarColumn(), MofNCompleteColumn(), rate]
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True, disable=not watched) as bar:
        shown = bar.add_task(say("읽는 중", "reading"), total=None, rate="–")
        reached = NOWHERE

        def advance(done: int, of: int) -> None:
            nonlocal reached
            if reached == NOWHERE:  # what an earlier run did is no part of this one's rate
                bar.reset(shown, completed=done, total=of)
            reached = (done, of)
            speed = bar.tasks[0].speed
            bar.update(shown, completed=done, rate="–" if speed is None else f"{speed:,.0f}")

        try:
            yield advance
        except KeyboardInterrupt:
            bar.stop()
            complain(_kept(*reached))
            raise


def _kept(done: int, of: int) -> str:
    return say(
        f"{of:,}개 가운데 {done:,}개까지 읽어 두었습니다; 같은 명령을 다시 하면 이어서 읽습니다.",
        f"{done:,} of {of:,} are read and kept; the same command goes on from there.",
    )


def _summary(report: Report) -> str:
    """What was saved, then how fast, then which rows have a reason instead of a reading."""
    speed = f"{report.items_per_second:,.{0 if report.items_per_second >= 10 else 1}f}"
    lines = [
        say(f"{report.output}에 {report.rows:,}행을 저장했습니다.", f"Saved {report.rows:,} rows to {report.output}."),
        say(
            f"{report.seconds:.1f}초, 초당 {speed}개, 이어서 읽은 것 {report.resumed:,}개.",
            f"{report.seconds:.1f} s, {speed} a second, {report.resumed:,} from an earlier run.",
        ),
    ]
    if report.refused:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in sorted(report.refused.items()))
        lines.append(say(f"읽지 못한 행(reason 칸에 까닭): {kinds}", f"Not read (see the column reason): {kinds}"))
    return "\n".join(lines)


def named_output(output: Path | None, what: str) -> Path:
    """The output of a batch.

    Raises:
        PyojeongError: When none was named.
    """
    if output is not None:
        return output
    raise PyojeongError(
        f"{what}에서 읽은 것은 표로 저장합니다; -o 결과.csv (jsonl, parquet)를 적어 주세요.",
        f"What is read in {what} is saved as a table; add -o result.csv (or jsonl, parquet).",
        kind="no-output",
    )


def refuse_table(argument: str) -> None:
    """Returns unless the argument is a table whose column was not named.

    Raises:
        PyojeongError: When it is: read as one text, its commas and numbers would be taken for writing.
    """
    if (
        argument.lower().endswith(TABLE_SUFFIXES)
        and not any(c.isspace() for c in argument)
        and Path(argument).is_file()
    ):
        raise PyojeongError(
            f"{argument}은(는) 표입니다; 읽을 칸과 저장할 곳을 적어 주세요: --column 본문 -o 결과.csv",
            f"{argument} is a table; name the column to read and where to save: --column text -o result.csv",
            kind="no-column",
        )
