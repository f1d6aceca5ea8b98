"""What is wrong with a request, in Korean: the checker of bodies and forms speaks English only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

#: Type of an error, as pydantic names it → what should have come; braces take the error's own numbers.
_WANTED: Mapping[str, str] = MappingProxyType(
    {
        "missing": "꼭 있어야 합니다",
        "extra_forbidden": "그런 칸은 없습니다",
        "json_invalid": "JSON이 아닙니다",
        "model_attributes_type": "이름과 값의 묶음이어야 합니다",
        "dict_type": "이름과 값의 묶음이어야 합니다",
        "list_type": "목록이어야 합니다",
        "string_type": "글자여야 합니다",
        "string_unicode": "온전한 글자여야 합니다",
        "string_too_long": "{max_length}자까지입니다",
        "string_too_short": "{min_length}자부터입니다",
        "greater_than_equal": "{ge} 이상이어야 합니다",
        "less_than_equal": "{le} 이하여야 합니다",
        **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "정수여야 합니다"),
        **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "수여야 합니다"),
        **dict.fromkeys(("bool_type", "bool_parsing"), "true나 false여야 합니다"),
    }
)
_BODY = ("body", "query", "header")


def misread(error: Mapping[str, Any]) -> tuple[str, str]:
    """Which field does not fit and why, in Korean and in English.

    >>> misread({"type": "less_than_equal", "loc": ("body", "size"), "msg": "Too much", "ctx": {"le": 2048}})
    ('size: 2048 이하여야 합니다', 'size: Too much')
    """
    place = [str(part) for part in error["loc"] if part not in _BODY]
    where = "보낸 내용" if not place or error["type"] == "json_invalid" else ".".join(place)
    wanted = _WANTED.get(error["type"], "맞지 않는 값입니다").format_map(error.get("ctx") or {})
    return f"{where}: {wanted}", f"{'.'.join(place) or 'the body'}: {error['msg']}"
