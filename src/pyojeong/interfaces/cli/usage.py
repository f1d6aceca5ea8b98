"""Mistakes in the command line itself, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import typer

from pyojeong.interfaces.messages import say

#: Name of the parser's exception → (Korean, English). By name: the classes live in a private module of typer.
_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "MissingParameter": ("{what}을(를) 적어 주세요", "{what} is missing"),
        "NoSuchOption": ("{option}이라는 옵션은 없습니다{similar}", "there is no option {option}{similar}"),
        "BadParameter": ("{what} 값이 맞지 않습니다: {message}", "{what} does not fit: {message}"),
        "BadOptionUsage": ("{option} 쓰는 법이 다릅니다: {message}", "{option} is used differently: {message}"),
    }
)
_ANY = ("명령을 알아듣지 못했습니다({message})", "{message}")


def shows_help_only(misuse: typer.TyperException) -> bool:
    """Whether nothing was asked for, so that the help on the screen says it all."""
    return type(misuse).__name__ == "NoArgsIsHelpError"


def usage_sentence(misuse: typer.TyperException) -> str:
    """One line that says what the parser did not understand and where to look."""
    context = getattr(misuse, "ctx", None)
    command = context.command_path if context is not None else "pyojeong"
    korean, english = _SENTENCES.get(type(misuse).__name__, _ANY)
    similar = ", ".join(sorted(getattr(misuse, "possibilities", None) or ()))
    words = {
        "what": _parameter_name(misuse),
        "option": getattr(misuse, "option_name", ""),
        "similar": f" ({similar}?)" if similar else "",
        "message": " ".join(misuse.message.split()).rstrip(".") or misuse.format_message(),
    }
    return say(
        f"{command}: {korean.format(**words)}. '{command} --help'에 쓰는 법이 있습니다.",
        f"{command}: {english.format(**words)}. See '{command} --help'.",
    )


def _parameter_name(misuse: Any) -> str:
    parameter = getattr(misuse, "param", None)
    if parameter is None:
        return str(getattr(misuse, "param_hint", None) or "?")
    return " / ".join(parameter.opts) if parameter.param_type_name == "option" else parameter.display_name_raw
