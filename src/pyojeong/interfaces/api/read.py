"""``/api/read/…``: text and faces."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from pyojeong.emotion.score_json import score_to_json
from pyojeong.interfaces import wiring
from pyojeong.interfaces.api.uploads import Photo, Words, check_length, only_fields, photo_of
from pyojeong.interfaces.api.workers import Hands
from pyojeong.interfaces.faces import faces_json, read_faces

router = APIRouter(prefix="/read", tags=["read"])


class TextToRead(BaseModel):
    """A text whose sentences are to be read."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"text": "오늘 발표를 망쳐서 너무 속상해."}]}
    )

    text: Words = Field(description="한국어 글 · Korean text")
    model: Words | None = Field(None, description="읽을 모델의 이름 · Name of the model that reads")


@router.post("/text", summary="글에서 감정 읽기 · Read the emotion of a text")
async def post_text(body: TextToRead, workers: Hands) -> dict[str, Any]:
    """The emotion score, `pyojeong.score/1`: for each sentence its mood and the words that decided."""
    check_length(body.text)
    return await workers.do(lambda: score_to_json(wiring.text_reader(body.model).read(body.text)))


class LineToCheck(BaseModel):
    """A line that others are to see."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": "시발점까지 걸어갔다."}]})

    text: Words = Field(description="한국어 글 · Korean text")


class Manners(BaseModel):
    """What the gate thinks of a line."""

    polite: bool = Field(description="고쳐 쓸 것이 없는지 · Whether there is nothing to rephrase")
    rude: list[tuple[int, int]] = Field(description="거친 낱말의 자리 · Where rude words stand")
    chance: float = Field(description="사람들이 욕설이나 비방으로 볼 확률 · Chance that people would call it abusive")


@router.post("/manners", summary="욕설과 비방 살피기 · Look for rude and abusive words")
async def post_manners(body: LineToCheck, workers: Hands) -> Manners:
    """The words to say more kindly. Nothing is refused: the person decides."""
    check_length(body.text)
    verdict = await workers.do(lambda: wiring.gate().check(body.text))
    return Manners(polite=verdict.polite, rude=list(verdict.rude), chance=round(verdict.chance, 4))


@router.post(
    "/face",
    summary="사진에서 얼굴 읽기 · Read the faces of a photo",
    dependencies=[Depends(only_fields(photo_of))],
)
async def post_face(photo: Annotated[Photo, Depends(photo_of)], workers: Hands) -> dict[str, Any]:
    """Every face, largest first, `pyojeong.faces/1`: place, turn of the head, coarse expression and mood."""
    return await workers.do(lambda: _faces_of(photo))


def _faces_of(photo: Photo) -> dict[str, Any]:
    image = photo.opened()
    return faces_json(image, read_faces(image))
