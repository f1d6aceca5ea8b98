"""Addresses without a page: our frame in the visitor's language, and JSON for programs."""

from __future__ import annotations

import urllib.request
from urllib.error import HTTPError

import pytest


def refused(address: str, **headers: str) -> tuple[int, str, str]:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    with pytest.raises(HTTPError) as told:
        urllib.request.urlopen(request, timeout=30)
    with told.value as answer:
        return answer.code, answer.headers["content-type"], answer.read().decode("utf-8")


@pytest.mark.parametrize("path", ["/face", "/nothing", "/score/nothing"])
@pytest.mark.parametrize(
    ("language", "words", "way_back"),
    [("ko", "이 주소에는 페이지가 없습니다", "스튜디오로 가기"), ("en", "no page at this address", "Go to the studio")],
)
def test_people_see_the_frame_and_a_way_back(
    studio_url: str, path: str, language: str, words: str, way_back: str
) -> None:
    code, kind, page = refused(studio_url + path, Accept="text/html,*/*", Cookie=f"pyojeong-language={language}")
    assert (code, kind.partition(";")[0]) == (404, "text/html")
    assert "studio.css" in page and words in page and way_back in page


@pytest.mark.parametrize(("path", "accept"), [("/api/nothing", "text/html"), ("/nothing", "*/*")])
def test_programs_are_answered_in_json(studio_url: str, path: str, accept: str) -> None:
    code, kind, body = refused(studio_url + path, Accept=accept)
    assert (code, kind) == (404, "application/json")
    assert '"not-found"' in body
