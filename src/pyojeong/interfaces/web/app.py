"""The studio and the REST API in one server."""

from __future__ import annotations

from fastapi import FastAPI

RECONNECT_SECONDS = 60.0
"""A phone that sleeps this long finds its photo still on the desk."""


def create_app() -> FastAPI:
    """The REST application with the studio's pages mounted on it."""
    from nicegui import ui

    from pyojeong.interfaces.api.app import create_app as create_api
    from pyojeong.interfaces.web import lost
    from pyojeong.interfaces.web.drawings import favicon
    from pyojeong.interfaces.web.faces import page as faces_page
    from pyojeong.interfaces.web.frame import serve_files
    from pyojeong.interfaces.web.paper import page as paper_page
    from pyojeong.interfaces.web.score import page as score_page
    from pyojeong.interfaces.web.stickers import page as stickers_page
    from pyojeong.interfaces.web.story import page as story_page
    from pyojeong.interfaces.web.story.kept_films import kept_films
    from pyojeong.interfaces.web.studio import page

    application = create_api(sweeps=(kept_films().sweep,))
    serve_files()
    page.register()
    score_page.register()
    paper_page.register()
    faces_page.register()
    stickers_page.register()
    story_page.register()
    lost.register()
    ui.run_with(
        application,
        title="표정",
        favicon=favicon(),
        language="ko-KR",
        dark=None,
        tailwind=False,
        reconnect_timeout=RECONNECT_SECONDS,
        show_welcome_message=False,
    )
    return application


def run(host: str, port: int) -> None:
    """Serve until interrupted, to requests that name this machine."""
    import uvicorn

    from pyojeong.interfaces.api.known_hosts import KnownHosts
    from pyojeong.interfaces.settings import settings

    names = [host, *(name.strip() for name in settings().host_names.split(",") if name.strip())]
    uvicorn.run(KnownHosts(create_app(), names), host=host, port=port, log_level="warning")
