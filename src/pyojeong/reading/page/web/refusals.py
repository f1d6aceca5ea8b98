"""What a person is told when a page cannot be fetched, sentence by kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.errors import PyojeongError

#: kind → (Korean, English); places in braces are filled by `refusal`.
_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "web-address": (
            "웹 주소는 http://나 https://로 시작하는 온전한 주소여야 하는데 {what}입니다.",
            "A web address must start with http:// or https:// and be complete, but got {what}.",
        ),
        "web-userinfo": (
            "이름이나 비밀번호가 든 웹 주소는 열지 않습니다; @ 앞부분을 지워 주세요.",
            "Web addresses with a user name or password are not opened; remove the part before the @.",
        ),
        "web-port": (
            "웹 주소의 포트는 {ports} 가운데 하나여야 하는데 {what}입니다.",
            "The port of a web address must be one of {ports}, but got {what}.",
        ),
        "web-unknown-host": (
            "{what}이라는 곳을 찾지 못했습니다; 주소와 인터넷 연결을 확인해 주세요.",
            "There is no host {what}; check the address and the internet connection.",
        ),
        "web-not-public": (
            "{what}은(는) 공개된 인터넷 주소가 아니어서 열지 않습니다; 누구나 볼 수 있는 페이지의 주소를 주세요.",
            "{what} is not on the public internet and is not opened; give the address of a page anybody can see.",
        ),
        "web-unreachable": (
            "{what}에 연결하지 못했습니다; 잠시 뒤 다시 하거나 다른 주소를 주세요.",
            "{what} could not be reached; try again later or give another address.",
        ),
        "web-certificate": (
            "{what}의 보안 인증서를 믿을 수 없어 열지 않았습니다.",
            "The certificate of {what} cannot be trusted, so it was not opened.",
        ),
        "web-too-slow": (
            "페이지가 {what}초 안에 다 오지 않아 그만두었습니다.",
            "The page did not arrive within {what} seconds.",
        ),
        "web-too-large": (
            "페이지가 {what}MB보다 커서 받지 않았습니다.",
            "The page is larger than {what} MB and was not taken.",
        ),
        "web-redirects": (
            "주소가 {what}번 넘게 다른 곳으로 넘겨져 그만두었습니다.",
            "The address was redirected more than {what} times.",
        ),
        "web-status": (
            "서버가 페이지 대신 {what}로 답했습니다; 주소를 확인해 주세요.",
            "The server answered {what} instead of a page; check the address.",
        ),
        "web-content": (
            "{wanted}을(를) 기다렸는데 {what}이(가) 왔습니다; 다른 주소를 주세요.",
            "Expected {wanted_english}, but {what} came; give another address.",
        ),
        "web-answer": (
            "서버의 답을 알아들을 수 없습니다({what}).",
            "The server's answer cannot be understood ({what}).",
        ),
    }
)


def refusal(kind: str, **places: object) -> PyojeongError:
    """The error of ``kind`` with its places filled.

    >>> refusal("web-too-slow", what=20).korean
    '페이지가 20초 안에 다 오지 않아 그만두었습니다.'
    """
    korean, english = (sentence.format(**places) for sentence in _SENTENCES[kind])
    return PyojeongError(korean, english, kind=kind)
