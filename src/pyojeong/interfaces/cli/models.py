"""``pyojeong models list``, ``verify`` and ``remove``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.options import AsJson, ModelName
from pyojeong.interfaces.cli.screen import print_json, show
from pyojeong.interfaces.messages import say
from pyojeong.interfaces.models import models_json, verification_json

if TYPE_CHECKING:
    from rich.table import Table

    from pyojeong.weights.store import Stored


def list_models(as_json: AsJson = False) -> None:
    """List the models with their task, licence and measured quality."""
    from pyojeong.interfaces import wiring

    models = wiring.stored_models()
    if as_json:
        print_json(models_json(models))
    else:
        show(_table(models))


def verify_models(as_json: AsJson = False) -> None:
    """Check that every model file is the one its card describes.

    Raises:
        PyojeongError: When one is missing or changed.
    """
    from pyojeong.interfaces import wiring
    from pyojeong.weights.store import is_whole

    whole = {model.card.name: is_whole(model) for model in wiring.stored_models()}
    if as_json:
        print_json(verification_json(whole))
    else:
        for name, good in whole.items():
            show(f"{name}: {say('온전합니다', 'whole') if good else say('없거나 바뀌었습니다', 'missing or changed')}")
    broken = ", ".join(name for name, good in whole.items() if not good)
    if broken:
        raise PyojeongError(
            f"모델 파일이 없거나 바뀌었습니다({broken}); 패키지를 다시 설치하거나 더한 모델을 다시 더해 주세요.",
            f"Model files are missing or changed ({broken}); install the package, or add your model, again.",
            kind="model-broken",
        )


def remove_model(name: ModelName) -> None:
    """Take away a model that was added."""
    from pyojeong.interfaces import wiring
    from pyojeong.reading.text.classifiers.adding import removed

    removed(wiring.stored_model(name), wiring.models_folder())
    show(say(f"{name}을(를) 지웠습니다.", f"{name} is removed."))


def _table(models: list[Stored]) -> Table:
    from rich.table import Table

    from pyojeong.interfaces.cli.card_words import quality_lines, task_of

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in (say("이름", "name"), say("하는 일", "task"), say("허가", "licence"), say("잰 품질", "measured")):
        table.add_column(heading, overflow="fold")
    for model in models:
        card = model.card
        table.add_row(card.name, task_of(card), card.licence, "\n".join(quality_lines(card)))
    return table
