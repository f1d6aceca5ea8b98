"""The sentences of the paper page: key → (Korean, English)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PAPER_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "paper-page": ("종이 읽기", "Read a page"),
        # source
        "paper-source": ("무엇을 읽을까요", "What to read"),
        "paper-open": ("종이 사진 열기", "Open a photo of paper"),
        "paper-camera": ("카메라로 찍기", "Use the camera"),
        "paper-sample": ("예시 종이", "Sample page"),
        "paper-camera-title": ("종이를 화면에 가득 차게 찍어 주세요", "Fill the picture with the page"),
        "paper-address": ("웹 주소", "Web address"),
        "paper-address-example": ("예: https://…", "e.g. https://…"),
        "paper-look": ("웹 페이지 보기", "Look at the web page"),
        "paper-address-hint": (
            "적은 주소의 서버에만 물어봅니다. 공개된 인터넷 주소만 열고, 여러분의 사진과 글은 나가지 않습니다.",
            "Only the server you name is asked, and only on the public internet; your photos and words stay here.",
        ),
        "paper-clova": ("내 CLOVA OCR로 읽기", "Read by my CLOVA OCR"),
        "paper-clova-hint": (
            "켜면 종이 사진이 네이버 클라우드로 갑니다.",
            "When on, the photo of the page goes to Naver Cloud.",
        ),
        "paper-sent": (
            "이 사진은 네이버 클라우드로 보내 읽었습니다.",
            "This photo was sent to Naver Cloud to be read.",
        ),
        # picture
        "paper-empty": (
            "손글씨나 인쇄물을 찍은 사진을 여기에 놓거나 붙여 넣으세요",
            "Drop or paste a photo of handwriting or print here",
        ),
        "paper-drop": ("여기에 놓으면 읽습니다", "Drop it here to read it"),
        "paper-picture": ("종이 사진", "Photo of the page"),
        "paper-reading": ("글을 읽는 중 {percent}%", "Reading, {percent}%"),
        "paper-looking": ("웹 페이지를 보는 중 {percent}%", "Looking at the web page, {percent}%"),
        "paper-stopped": ("그만두었습니다.", "Stopped."),
        # web pictures
        "paper-found": ("페이지에서 찾은 그림", "Pictures found on the page"),
        "paper-main": ("페이지의 그림 {number}", "Picture {number} of the page"),
        "paper-screenshot": ("페이지의 모습", "The page as it looks"),
        "paper-faces": ("얼굴 {count}개", "{count} faces"),
        "paper-no-faces": ("얼굴 없음", "no face"),
        "paper-choose-face": ("스튜디오에 쓸 얼굴을 고르세요.", "Choose the face for the studio."),
        "paper-to-studio": ("이 얼굴을 스튜디오로", "This face to the studio"),
        "paper-read-this": ("이 그림의 글 읽기", "Read the writing in it"),
        # lines
        "paper-lines": ("읽은 글", "What was read"),
        "paper-lines-hint": (
            "확신이 낮은 말에 밑줄이 있습니다. 줄마다 바로 고칠 수 있고, 지운 줄은 빠집니다.",
            "Doubtful words are underlined. Every line can be corrected; emptied lines are left out.",
        ),
        "paper-lines-empty": (
            "사진을 열면 읽은 글이 여기에 줄마다 나타납니다.",
            "Open a photo and its lines appear here.",
        ),
        "paper-line": ("{number}번째 줄, 확신 {percent}%", "Line {number}, certainty {percent}%"),
        "paper-sure": (
            "확신 {percent}% · {lines}줄 · 살펴볼 말 {doubtful}개",
            "Certainty {percent}% · {lines} lines · {doubtful} doubtful words",
        ),
        "paper-to-score": ("감정 악보로", "To the emotion score"),
        "paper-save": ("글 저장", "Save text"),
        "paper-file": ("종이에서-읽은-글", "text-from-paper"),
        "paper-restore": ("읽은 대로 되돌리기", "Back to what was read"),
    }
)
