"""The API as an application of its own; the studio is mounted on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.formparsers import MultiPartParser

from pyojeong import __version__
from pyojeong.interfaces.api.avatar import router as avatar_router
from pyojeong.interfaces.api.character import router as character_router
from pyojeong.interfaces.api.docs_page import router as docs_router
from pyojeong.interfaces.api.elsewhere import elsewhere
from pyojeong.interfaces.api.failures import handle_failures
from pyojeong.interfaces.api.limits import API_PREFIX, SizeLimit, StrictHeaders
from pyojeong.interfaces.api.perform import router as perform_router
from pyojeong.interfaces.api.photo_characters import router as photo_router
from pyojeong.interfaces.api.read import router as read_router
from pyojeong.interfaces.api.read_page import router as read_page_router
from pyojeong.interfaces.api.status import router as status_router
from pyojeong.interfaces.api.stickers import router as stickers_router
from pyojeong.interfaces.api.story import router as story_router
from pyojeong.interfaces.api.workers import Workers
from pyojeong.interfaces.film_jobs import FilmJobs
from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.sweeping import swept
from pyojeong.interfaces.visitor_folders import remove_left

DESCRIPTION = """
한국어 글에서 감정을 읽고, 사진 속 얼굴을 재고, 그 얼굴에 표정을 짓게 합니다.
보낸 것은 메모리에서만 다루고 남기지 않습니다.

Reads the emotion in Korean writing, measures the faces of a photo, and lets them perform an emotion. What is sent is
handled in memory and not kept. Errors: `{"error": {"kind", "message", "message_en"}}`.
"""


_ROUTERS = (
    read_router,
    read_page_router,
    perform_router,
    avatar_router,
    character_router,
    stickers_router,
    photo_router,
    story_router,
    status_router,
    docs_router,
)


def create_app(*, workers: Workers | None = None, sweeps: Sequence[Callable[[], None]] = ()) -> FastAPI:
    """The application: ``/api/…``, without pages.

    Args:
        workers: Who does the heavy work; half the processor cores when None.
        sweeps: What else removes what was kept long enough; done at the start and every few minutes.
    """
    stories = settings().home / "stories"
    hands, films = workers or Workers(), FilmJobs(stories)
    max_bytes = int(settings().max_upload_megabytes * 1e6)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with swept(lambda: remove_left(stories), films.forget_old, *sweeps):
            yield
        hands.close()
        films.close()

    app = FastAPI(
        title="표정 Pyojeong",
        version=__version__,
        description=DESCRIPTION,
        openapi_url=f"{API_PREFIX}/openapi.json",
        docs_url=None,  # the usual pages load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.workers = hands
    app.state.films = films
    # Photos of faces stay in memory: the parser would spill parts above 1 MB to the disk.
    MultiPartParser.spool_max_size = max_bytes
    handle_failures(app)
    app.add_middleware(SizeLimit, max_bytes=max_bytes)
    app.add_middleware(StrictHeaders)
    for router in _ROUTERS:
        app.include_router(router, prefix=API_PREFIX)
    app.router.routes.extend(elsewhere(API_PREFIX, app.router.routes))
    return app
