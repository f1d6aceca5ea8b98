"""What a visitor sees at an address that has no page: our own frame, and a way back."""

from __future__ import annotations

from fastapi import Request, Response
from nicegui import Client, app, ui

from pyojeong.interfaces.api.failures import error_response
from pyojeong.interfaces.web.frame import Frame
from pyojeong.interfaces.web.markup import box, picture, text
from pyojeong.interfaces.web.preferences import Preferences
from pyojeong.interfaces.web.words import Words

NOT_FOUND = 404
NO_PAGE = ""
"""Not one of the addresses in the navigation, so none of them is marked as the current page."""


async def nothing_here(request: Request, _: Exception) -> Response:
    """The page for people; programs, files and pictures that ask for no HTML get the API's JSON."""
    if "text/html" not in request.headers.get("accept", ""):
        return error_response(NOT_FOUND, "not-found")
    with Client(ui.page(NO_PAGE), request=request) as client:
        Frame(NO_PAGE, Preferences.from_cookies(request.cookies), _build)
    return client.build_response(request, NOT_FOUND)


def _build(words: Words) -> None:
    with box("section", "panel lost", aria_labelledby="lost-title"):
        text("h2", words("lost-title"), id="lost-title")
        text("p", words("lost-hint"), "hint")
        with box("a", "tool primary", href="/"):
            picture("sign-portrait")
            text("span", words("lost-back"))


def register() -> None:
    """Let NiceGUI answer unknown addresses in this way instead of its own."""
    app.add_exception_handler(NOT_FOUND, nothing_here)
