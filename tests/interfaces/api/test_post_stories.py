"""``/api/story/…``: tales are cast, films are asked for, and nobody opens a file of this machine."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pyojeong.interfaces import film_jobs, story_schemas
from pyojeong.interfaces.film_jobs import MOST_JOBS, FilmJob

TALE = '"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요. 어머니는 무서웠어요.'
pytestmark = pytest.mark.usefixtures("home", "word_reader")


@pytest.fixture
def unmade(monkeypatch: pytest.MonkeyPatch) -> list[FilmJob]:
    """Jobs that were begun and are not worked on."""
    begun: list[FilmJob] = []
    monkeypatch.setattr(film_jobs, "_make", begun.append)
    return begun


def cast(client: Any) -> dict[str, Any]:
    answer = client.post("/api/story/cast", data={"text": TALE})
    assert answer.status_code == 200
    return dict(answer.json())


def test_a_tale_is_cast_from_text_and_from_a_file(client: Any) -> None:
    told = cast(client)
    jsonschema.validate(told, story_schemas.tale_schema())
    assert told["roles"][0] == "호랑이"
    assert told["cast"]["role"]["호랑이"]["character"] and told["score"]["format"] == "pyojeong.score/1"
    filed = client.post("/api/story/cast", files={"file": ("../옛날.txt", TALE.encode("cp949"))})
    assert filed.json() == told


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        ({"data": {}}, "what"),
        ({"data": {"text": TALE, "texts": "x"}}, "field"),
        ({"data": {"text": "가" * 60_000}}, "text-too-long"),
        ({"files": {"file": ("a.pdf", b"%PDF-broken")}}, "bad-document"),
    ],
)
def test_what_is_no_tale_is_refused_in_words(client: Any, sent: dict[str, Any], kind: str) -> None:
    answer = client.post("/api/story/cast", **sent)
    assert 400 <= answer.status_code < 500 and answer.json()["error"]["kind"] == kind


def test_a_film_is_a_job_that_can_be_followed_and_erased(client: Any, unmade: list[FilmJob], home: Path) -> None:
    score = json.dumps(cast(client)["score"])
    begun = client.post("/api/story/film", data={"score": score, "height": "480", "title": "호랑이"})
    assert begun.status_code == 202
    jsonschema.validate(begun.json(), story_schemas.film_job_schema())
    address = f"/api/story/film/{begun.json()['id']}"
    client.app.state.films._pool.shutdown(wait=True)
    assert unmade[0].order.height == 480 and unmade[0].order.title == "호랑이"
    assert client.get(address).json()["state"] == "waiting"
    early, other = client.get(f"{address}/film.mp4"), client.get(f"{address}/film.txt")
    assert (early.status_code, early.json()["error"]["kind"]) == (404, "film-not-made")
    assert (other.status_code, other.json()["error"]["kind"]) == (404, "not-found")
    assert unmade[0].folder.is_dir()
    assert client.request("DELETE", address).status_code == 204
    for answer in (client.get(address), client.get(f"{address}/film.mp4"), client.request("DELETE", address)):
        assert (answer.status_code, answer.json()["error"]["kind"]) == (404, "no-film")
    assert not unmade[0].folder.exists()


@pytest.mark.parametrize("source", ["/etc/passwd", "../../secret.jpg", "me.jpg"])
def test_a_cast_opens_nothing_that_was_not_sent(client: Any, unmade: list[FilmJob], source: str, home: Path) -> None:
    toml = f'format = "pyojeong.cast/1"\n[role."호랑이"]\nphoto = "{source}"\n'
    answer = client.post("/api/story/film", data={"score": json.dumps(cast(client)["score"]), "cast": toml})
    assert answer.status_code == 422 and answer.json()["error"]["kind"] == "missing-file"
    assert not unmade and not list((home / "stories").glob("*/job-*"))


def test_a_sent_photo_plays_the_role_that_names_it(client: Any, unmade: list[FilmJob], pictures: Path) -> None:
    toml = 'format = "pyojeong.cast/1"\n[role."호랑이"]\nphoto = "나.png"\n'
    what = {"score": json.dumps(cast(client)["score"]), "cast": toml}
    photo = io.BytesIO((pictures / "portrait.png").read_bytes())
    answer = client.post("/api/story/film", data=what, files={"files": ("사진/나.png", photo)})
    assert answer.status_code == 202
    client.app.state.films._pool.shutdown(wait=True)
    (job,) = unmade
    assert job.wardrobe.private and [path.name for path in (job.folder / "held").iterdir()] == ["held-0.png"]


def test_a_sent_file_that_will_not_do_is_told_by_its_name(client: Any, unmade: list[FilmJob]) -> None:
    files = [("files", ("나.png", b"no picture")), ("files", ("곰.json", b"{}"))]
    answer = client.post("/api/story/film", data={"score": json.dumps(cast(client)["score"])}, files=files)
    assert answer.status_code == 415 and answer.json()["error"]["message"].startswith("나.png: ")
    assert not unmade


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({"height": "500"}, "option"),
        ({"height": "2160"}, "request"),
        ({"shape": "4:3"}, "option"),
        ({"x": "1"}, "field"),
    ],
)
def test_options_that_do_not_fit_are_refused(client: Any, options: dict[str, str], kind: str) -> None:
    answer = client.post("/api/story/film", data={"score": json.dumps(cast(client)["score"]), **options})
    assert answer.status_code == 422 and answer.json()["error"]["kind"] == kind


def test_a_score_says_where_its_lines_play(client: Any, unmade: list[FilmJob]) -> None:
    score = cast(client)["score"]
    score["beats"][0]["place"] = "sea"
    assert client.post("/api/story/film", data={"score": json.dumps(score)}).status_code == 202
    client.app.state.films._pool.shutdown(wait=True)
    assert unmade[0].story.score.beats[0].place == "sea"
    score["beats"][0]["place"] = "moon"
    answer = client.post("/api/story/film", data={"score": json.dumps(score)})
    assert answer.status_code == 422 and answer.json()["error"]["kind"] == "scene" and len(unmade) == 1


def test_too_many_films_are_sent_away(client: Any, unmade: list[FilmJob]) -> None:
    score = json.dumps(cast(client)["score"])
    for _ in range(MOST_JOBS):
        assert client.post("/api/story/film", data={"score": score}).status_code == 202
    answer = client.post("/api/story/film", data={"score": score})
    assert answer.status_code == 503 and int(answer.headers["retry-after"]) > 0
