"""``/api/story/…``: a tale is cast, and becomes a film."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from pyojeong.emotion import score_json
from pyojeong.errors import PyojeongError
from pyojeong.interfaces.api.uploads import check_length, only_fields, written
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.film_jobs import FilmJob, FilmJobs, job_json
from pyojeong.interfaces.stories import FilmOrder, Story, cast_tale, story_json, story_of, text_of
from pyojeong.interfaces.wardrobe import Wardrobe
from pyojeong.stories.cast_toml import company_from_toml

TALLEST = 1080
"""Lines of a film the server makes; larger ones belong on the command line."""
RETRY_AFTER_SECONDS = 60
_MEDIA_TYPES = {"mp4": "video/mp4", "srt": "application/x-subrip", "vtt": "text/vtt"}

router = APIRouter(prefix="/story", tags=["story"])


async def tale_of(
    text: Annotated[str | None, Form(description="동화의 글 · Text of the tale")] = None,
    file: Annotated[UploadFile | None, File(description="또는 파일: txt, pdf, docx · Or a file")] = None,
) -> tuple[str | None, bytes, str]:
    """The tale, as a text or as a file with its name."""
    if (text is None) == (file is None):
        raise PyojeongError(
            "text 칸이나 file 칸 가운데 하나를 보내 주세요.", "Send one of the fields text and file.", kind="what"
        )
    return text, b"" if file is None else await file.read(), "" if file is None else file.filename or "file"


@router.post("/cast", summary="누가 말하고 어떤 마음인지 · Cast a tale", dependencies=[Depends(only_fields(tale_of))])
async def post_cast(tale: Annotated[tuple[str | None, bytes, str], Depends(tale_of)], workers: Hands) -> dict[str, Any]:
    """`pyojeong.tale/1`: title, score with speakers, roles, and who plays whom."""
    text, data, name = tale

    def found() -> dict[str, Any]:
        told = text_of(data, name) if text is None else text
        check_length(told)
        return story_json(cast_tale(told))

    return await workers.do(found)


async def story_wanted(
    score: Annotated[UploadFile | str, Form(description="pyojeong.score/1")],
    cast: Annotated[UploadFile | str | None, Form(description="CAST.toml")] = None,
    files: Annotated[
        list[UploadFile] | None, File(description="배역표에 적은 이름의 파일들 · The files the cast names")
    ] = None,
) -> tuple[str, str | None, list[tuple[bytes, str]]]:
    """What shall be filmed."""
    told = await written(score, "score")
    sent = [(await file.read(), file.filename or "file") for file in files or []]
    return told or "", await written(cast, "cast"), sent


def order_wanted(
    shape: Annotated[str, Form(description="16:9, 9:16, 1:1")] = "16:9",
    height: Annotated[int, Form(le=TALLEST, description="480, 720, 1080")] = 720,
    fps: Annotated[int, Form(description="24, 25, 30, 60")] = 30,
    subtitles: Annotated[bool, Form(description="자막을 그림에 · Written into the picture")] = True,
    music: Annotated[bool, Form(description="음악 · Soft music")] = True,
    title: Annotated[str, Form(max_length=80, description="제목 · Title")] = "",
) -> FilmOrder:
    """How the film shall be."""
    return FilmOrder(shape, height, fps, subtitled=subtitles, music=music, title=title)


@router.post(
    "/film",
    status_code=202,
    summary="영화 만들기 · Make a film",
    dependencies=[Depends(only_fields(story_wanted, order_wanted))],
)
async def post_film(
    what: Annotated[tuple[str, str | None, list[tuple[bytes, str]]], Depends(story_wanted)],
    order: Annotated[FilmOrder, Depends(order_wanted)],
    request: Request,
    workers: Hands,
) -> dict[str, Any]:
    """`pyojeong.film-job/1`: ask for it by its ``id``; what is sent and made is erased an hour after it is done."""
    score, cast, files = what

    def prepared(wardrobe: Wardrobe) -> tuple[Story, FilmOrder]:
        story = story_of(score_json.loads(score))
        check_length(story.score.text)
        for data, name in files:
            _brought(wardrobe, data, name)
        return (story if cast is None else Story(story.title, story.score, company_from_toml(cast))), order

    job = await workers.do(lambda: _jobs(request).begin(prepared))
    if job is None:
        raise HTTPException(503, "busy", {"Retry-After": str(RETRY_AFTER_SECONDS)})
    return job_json(job)


def _brought(wardrobe: Wardrobe, data: bytes, name: str) -> None:
    """Hold a file.

    Raises:
        PyojeongError: What `Wardrobe.take` refuses, with the file's name: of many it should be told which.
    """
    try:
        wardrobe.take(data, name)
    except PyojeongError as refused:
        raise PyojeongError(f"{name}: {refused.korean}", f"{name}: {refused.english}", kind=refused.kind) from refused


@router.get("/film/{id}", summary="얼마나 되었나 · How far it is")
async def get_job(id: str, request: Request) -> dict[str, Any]:
    """`pyojeong.film-job/1`."""
    return job_json(_job(id, request))


@router.get(
    "/film/{id}/film.{suffix}",
    summary="영화와 자막 · The film and its subtitles",
    response_class=FileResponse,
    responses={200: {"content": {kind: {} for kind in _MEDIA_TYPES.values()}}},
)
async def get_film(id: str, suffix: str, request: Request) -> Response:
    """``film.mp4``, ``film.srt`` or ``film.vtt`` of a job that is done."""
    job = _job(id, request)
    if suffix not in _MEDIA_TYPES:
        raise HTTPException(404)
    if job.made is None:
        raise PyojeongError(
            "영화가 아직 없습니다; 얼마나 되었는지 먼저 물어봐 주세요.",
            "The film is not there yet; ask how far it is first.",
            kind="film-not-made",
        )
    return FileResponse(job.made.path.with_suffix(f".{suffix}"), media_type=_MEDIA_TYPES[suffix])


@router.delete("/film/{id}", status_code=204, summary="멈추고 지우기 · Stop and erase")
async def delete_job(id: str, request: Request) -> None:
    """Nothing of the job stays, but scenes without anybody's photo, which speed up the next film."""
    if not _jobs(request).drop(id):
        raise _no_film()


def _jobs(request: Request) -> FilmJobs:
    found: FilmJobs = request.app.state.films
    return found


def _job(name: str, request: Request) -> FilmJob:
    job = _jobs(request).find(name)
    if job is None:
        raise _no_film()
    return job


def _no_film() -> PyojeongError:
    return PyojeongError(
        "그런 영화가 없습니다; 지워졌거나, 다 된 지 한 시간이 지났거나, 서버가 다시 켜졌습니다.",
        "There is no such film: it was erased, was done an hour ago, or the server was started anew.",
        kind="no-film",
    )
