"""``pyojeong read text``."""

from __future__ import annotations

from pathlib import Path

from pyojeong.interfaces.cli.batch import named_output, read_into_table, refuse_table
from pyojeong.interfaces.cli.options import AsJson, OnRay, ScoreFile, TextColumn, TextModelName, Workers, Writing
from pyojeong.interfaces.cli.screen import patience, print_json, show, show_saved
from pyojeong.interfaces.cli.text_source import text_from
from pyojeong.interfaces.messages import say


def read_text(
    text: Writing,
    model: TextModelName = None,
    output: ScoreFile = None,
    column: TextColumn = None,
    workers: Workers = None,
    ray: OnRay = False,
    as_json: AsJson = False,
) -> None:
    """Read the feeling of each sentence, with the words that decided; of a table, the feeling of each row."""
    if column is None:
        _read_score(text, model, output, as_json=as_json)
        return
    from pyojeong.interfaces.batch.orders import table_job

    table, target = Path(text), named_output(output, text)
    read_into_table(lambda: table_job(table, column, target, model=model), workers=workers, on_ray=ray, as_json=as_json)


def _read_score(text: str, model: str | None, output: Path | None, *, as_json: bool) -> None:
    from pyojeong.emotion.score_json import score_to_json
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.cli.strip import score_strip
    from pyojeong.interfaces.score_files import check_score_name, write_score

    refuse_table(text)
    if output is not None:
        check_score_name(output)
    words = text_from(text)
    with patience():
        score = wiring.text_reader(model).read(words)
    if output is not None:
        write_score(score, output)
    if as_json:
        print_json(score_to_json(score))
    elif output is None:
        show(score_strip(score))
    else:
        show_saved(output, say(f"{len(score.beats)}문장", f"{len(score.beats)} sentences"))
