"""Mistakes in the command line itself, in one sentence."""

from __future__ import annotations

import re
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
#: What the parser says in English only → the same in Korean.
_KOREAN: Mapping[str, str] = MappingProxyType(
    {
        r"No such command '([^']*)'": "'{0}'(이)라는 명령은 없습니다",
        r"No such command '([^']*)'\. Did you mean (.*)\?": "'{0}'(이)라는 명령은 없습니다; {1}인가요",
        r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)": "쓰이지 않는 말이 있습니다({0})",
        r"Input should be a valid integer.*": "정수를 적어 주세요",
        r"Input should be a valid number.*": "수를 적어 주세요",
    }
)
_ANY = ("{message}", "{message}")


def shows_help_only(misuse: typer.TyperException) -> bool:
    """Whether nothing was asked for, so that the help on the screen says it all."""
    return type(misuse).__name__ == "NoArgsIsHelpError"


def usage_sentence(misuse: typer.TyperException) -> str:
    """One line that says what the parser did not understand and where to look."""
    context = getattr(misuse, "ctx", None)
    command = context.command_path if context is not None else "pyojeong"
    korean, english = _SENTENCES.get(type(misuse).__name__, _ANY)
    similar = ", ".join(sorted(getattr(misuse, "possibilities", None) or ()))
    message = " ".join(misuse.message.split()).rstrip(".") or misuse.format_message()
    words = {
        "what": _parameter_name(misuse),
        "option": getattr(misuse, "option_name", ""),
        "similar": f" ({similar}?)" if similar else "",
    }
    return say(
        f"{command}: {korean.format(**words, message=in_korean(message))}. '{command} --help'에 쓰는 법이 있습니다.",
        f"{command}: {english.format(**words, message=message)}. See '{command} --help'.",
    )


def in_korean(message: str) -> str:
    """What the parser said, in Korean where it is known; else as it is, told to be its own words.

    >>> in_korean("No such command 'reed'. Did you mean 'read'?")
    "'reed'(이)라는 명령은 없습니다; 'read'인가요"
    >>> in_korean("it rains")
    '명령을 알아듣지 못했습니다(it rains)'
    """
    for pattern, korean in _KOREAN.items():
        if found := re.fullmatch(pattern, message):
            return korean.format(*found.groups())
    return f"명령을 알아듣지 못했습니다({message})"


def _parameter_name(misuse: Any) -> str:
    parameter = getattr(misuse, "param", None)
    if parameter is None:
        return str(getattr(misuse, "param_hint", None) or "?")
    return " / ".join(parameter.opts) if parameter.param_type_name == "option" else parameter.display_name_raw
