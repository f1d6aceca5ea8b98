"""Errors as JSON: ``{"error": {"kind", "message", "message_en"}}``, never more than a person may see."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.api.misread import misread
from pyojeong.interfaces.failures import person_error, sentence_of
from pyojeong.interfaces.messages import error_json

UNPROCESSABLE = 422
#: `PyojeongError.kind` → HTTP status; every other kind is 422.
STATUS: Mapping[str, int] = MappingProxyType(
    {
        "too-large": 413,
        "text-too-long": 413,
        **dict.fromkeys(("not-an-image", "svg", "pdf", "film", "unknown-format"), 415),
        "web-not-public": 403,
        **dict.fromkeys(("no-tesseract", "no-clova"), 501),
        "disk-full": 507,
        **dict.fromkeys(("no-film", "film-not-made"), 404),
    }
)
#: Kind of the doors' own refusals → Korean, English.
_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "too-large": (
            "보낸 내용이 너무 큽니다; 사진을 줄여서 다시 보내 주세요.",
            "The upload is too large; make the picture smaller.",
        ),
        "busy": (
            "지금 다른 일을 하고 있습니다; 잠시 뒤 다시 해 주세요.",
            "The machine is busy; try again in a moment.",
        ),
        "cross-site": ("다른 사이트의 요청은 받지 않습니다.", "Requests from other sites are refused."),
        "unknown-host": (
            "이 서버의 이름이 아닙니다; http://127.0.0.1로 열거나 PYOJEONG_HOST_NAMES에 이름을 적어 주세요.",
            "This server does not go by that name; use http://127.0.0.1 or set PYOJEONG_HOST_NAMES.",
        ),
        "not-found": ("그런 주소가 없습니다.", "There is nothing at this address."),
        "method": ("이 주소에는 그 방법을 쓸 수 없습니다.", "This address does not take that method."),
        "request": ("요청을 이해하지 못했습니다: {detail}", "The request was not understood: {detail}"),
    }
)
_KIND_OF_STATUS: Mapping[int, str] = MappingProxyType({404: "not-found", 405: "method", 413: "too-large", 503: "busy"})


def error_response(
    status: int, kind: str, *, detail: str = "", headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The JSON answer of one of the doors' own refusals."""
    korean, english = (sentence.format(detail=detail) for sentence in _SENTENCES[kind])
    return _answer(status, PyojeongError(korean, english, kind=kind), headers)


def _answer(status: int, error: PyojeongError, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": error_json(error)}, status, headers)


async def _on_person_error(_: Request, error: Exception) -> Response:
    known = person_error(error)
    if known is None:
        raise error
    return _answer(STATUS.get(known.kind, UNPROCESSABLE), known)


async def _on_http_error(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    kind = _KIND_OF_STATUS.get(status, "request")
    return error_response(status, kind, detail=str(getattr(error, "detail", "")), headers=headers)


async def _on_bad_request(_: Request, error: Exception) -> Response:
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {"type": "", "loc": (), "msg": ""}
    korean, english = (
        told.format(detail=said) for told, said in zip(_SENTENCES["request"], misread(first), strict=True)
    )
    return _answer(UNPROCESSABLE, PyojeongError(korean, english, kind="request"))


async def _on_bug(_: Request, bug: Exception) -> Response:
    return _answer(500, sentence_of(bug))  # the server's log has the traceback; the answer has nothing of it


def handle_failures(app: FastAPI) -> None:
    """Let ``app`` answer every failure in the one form."""
    app.add_exception_handler(PyojeongError, _on_person_error)
    app.add_exception_handler(OSError, _on_person_error)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_bad_request)
    app.add_exception_handler(Exception, _on_bug)
