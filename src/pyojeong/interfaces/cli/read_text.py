"""``pyojeong read text``."""

from __future__ import annotations

from pyojeong.interfaces.cli.options import AsJson, ScoreFile, TextModelName, Writing
from pyojeong.interfaces.cli.screen import patience, print_json, show
from pyojeong.interfaces.cli.text_source import text_from


def read_text(text: Writing, model: TextModelName = None, output: ScoreFile = None, as_json: AsJson = False) -> None:
    """Read the feeling of each sentence, with the words that decided."""
    from pyojeong.emotion.score_json import score_to_json
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.cli.strip import score_strip
    from pyojeong.interfaces.score_files import check_score_name, write_score

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
