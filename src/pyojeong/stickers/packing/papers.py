"""The written sheets that go with a pack: alt texts, the declaration, the log of its making, a store's own manifest."""

from __future__ import annotations

import csv
import io
import json
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from pyojeong.stickers.packing.pack import Pack, digest_of
from pyojeong.stickers.stores.specs import Store

FORMAT = "pyojeong.pack/1"
_TOOLS = ("pyojeong", "numpy", "pillow", "opencv-contrib-python", "av", "skia-python")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins so is run as a formula by spreadsheets (OWASP, "CSV Injection")."""
_RULES = {
    "barred": ("받지 않습니다", "not taken"),
    "declare": ("신청서에 밝혀야 합니다", "has to be declared on the form"),
    "unanswered": ("확인된 규정이 없습니다", "no rule was found"),
}


_MEASURED = (
    "그림에는 사진이 없습니다. 닮은 모양의 수치를 사진에서 쟀습니다. / "
    "No photo is in the pictures; the figures of the likeness were measured in one."
)
_NO_AUTHOR = (
    "(비어 있음: 팩 계획의 ‘작가 이름’이나 pyojeong sticker plan --author로 적어 주세요 / "
    "empty: give it as Author in the plan, or with pyojeong sticker plan --author)"
)


def alt_text_csv(pack: Pack, names: Sequence[str]) -> bytes:
    """The table of what each file shows; UTF-8 with the mark that spreadsheets need.

    Args:
        pack: The stickers.
        names: The file of each, in order.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(["file", "moment", "emotion", "caption", "emoji", "alt_ko", "alt_en"])
    for name, sticker in zip(names, pack.stickers, strict=True):
        korean = sticker.alt_korean or _alt(sticker.emotion.korean, sticker.caption)
        english = sticker.alt_english or _alt(sticker.emotion.value, sticker.caption)
        words = [sticker.caption, "".join(sticker.emoji), korean, english]
        writer.writerow([guarded(cell) for cell in (name, sticker.name, sticker.emotion.value, *words)])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def guarded(cell: str) -> str:
    """The cell as a spreadsheet shows it and does not run it: an apostrophe keeps it text.

    >>> guarded("=1+1"), guarded("-_-"), guarded("안녕")
    ("'=1+1", "'-_-", '안녕')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """What was written before it was `guarded`.

    >>> unguarded("'=1+1"), unguarded("'안녕'")
    ('=1+1', "'안녕'")
    """
    return cell[1:] if cell.startswith(tuple(f"'{sign}" for sign in _FORMULA)) else cell


def _alt(emotion: str, caption: str) -> str:
    return f"{emotion}: {caption}" if caption else emotion


def no_image_model(pack: Pack) -> bool:
    """Whether it may be said that no generative image model took part."""
    return not pack.image_models


def declaration_markdown(pack: Pack, store: Store) -> str:
    """The sheet to answer a store's questions from, Korean first."""
    rule = store.declaration
    lines = [
        f"# {pack.title} — 신고서 / Declaration",
        "",
        f"- 상점 / Store: {store.korean} / {store.english}",
        f"- 만든이 / Author: {pack.author.strip() or _NO_AUTHOR}",
        f"- 그림에 생성형 AI를 썼나요? / Generative AI in the pictures: {_answer(pack.image_models)}"
        f" — {_rule(rule.image_model)}",
        f"- 사진을 썼나요? / Photos: {_photos(pack)} — {_rule(rule.photo)}",
        f"- 글귀를 언어 모델이 썼나요? / Captions by a language model: {_answer(pack.text_models)}",
        "",
        rule.korean,
        "",
        rule.english,
        "",
        *_warnings(pack, store),
        "## 만든 방법 / How it was made",
        "",
        *[f"- {design}" for design in sorted({making.design for making in pack.makings})],
        "",
    ]
    if no_image_model(pack):
        lines += [*statements(pack), ""]
    lines += ["## 출처 / Sources", ""]
    lines += [
        f"- {subject}: {source.title} ({source.standing.value}, {source.checked}) {source.address}".rstrip()
        for subject, source in store.sources.items()
    ]
    return "\n".join(lines) + "\n"


def statements(pack: Pack) -> tuple[str, str]:
    """What may be said of the pictures' origin, in Korean and English; only what the makings say.

    Raises:
        ValueError: When an image model took part: then this may not be said.
    """
    if not no_image_model(pack):
        raise ValueError("an image model took part")
    if pack.uses_photo:
        return (
            "생성형 이미지 모델을 쓰지 않았습니다. 사진을 규칙에 따라 고쳐 만들었습니다.",
            "No generative image model was used; photos were edited by rules.",
        )
    return (
        "생성형 이미지 모델을 쓰지 않았습니다. 모든 그림은 적어 둔 매개변수에서 선과 면으로 그렸습니다.",
        "No generative image model was used; every picture was drawn as shapes from the parameters on record.",
    )


def _photos(pack: Pack) -> str:
    """Whether photos are in the pictures, and whether one gave the character its shape."""
    answer = _answer(("photo",) if pack.uses_photo else ())
    return f"{answer}. {_MEASURED}" if pack.measured_from_photo and not pack.uses_photo else answer


def _answer(what: Sequence[str]) -> str:
    return f"**예 / yes** ({', '.join(what)})" if what else "**아니요 / no**"


def _rule(word: str) -> str:
    korean, english = _RULES[word]
    return f"{korean} / {english}"


def _warnings(pack: Pack, store: Store) -> list[str]:
    lines = []
    if pack.image_models and store.declaration.image_model == "barred":
        lines += [
            "**이 팩은 이 상점에 낼 수 없습니다: 생성형 AI 그림이 들어 있습니다. / "
            "This pack may not go to this store: it holds pictures by generative AI.**",
            "",
        ]
    if pack.uses_photo and store.declaration.photo == "barred":
        lines += [
            "**이 팩은 이 상점에 낼 수 없습니다: 사진이 들어 있습니다. / "
            "This pack may not go to this store: it holds photos.**",
            "",
        ]
    return lines


def provenance_json(pack: Pack, store: Store, files: Sequence[Mapping[str, Any]], *, made_at: str) -> bytes:
    """The log of the making, ``pyojeong.pack/1``.

    Args:
        pack: The stickers.
        store: What the files are for.
        files: One mapping a file: name, key, sha256, bytes and what was done.
        made_at: ISO time.
    """
    said = statements(pack) if no_image_model(pack) else None
    document = {
        "format": FORMAT,
        "title": pack.title,
        "author": pack.author,
        "store": store.name,
        "made_at": made_at,
        "made_with": {"python": platform.python_version(), **{tool: version(tool) for tool in _TOOLS}},
        "no_image_model": no_image_model(pack),
        "image_models": list(pack.image_models),
        "text_models": list(pack.text_models),
        "uses_photo": pack.uses_photo,
        "measured_from_photo": pack.measured_from_photo,
        "statement": {"ko": said[0], "en": said[1]} if said else None,
        "stickers": [sticker.to_dict() for sticker in pack.stickers],
        "icon": pack.icon.to_dict() if pack.icon else None,
        "files": [dict(entry) for entry in files],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def whatsapp_contents(pack: Pack, names: Sequence[str], *, tray: str, animated: bool, data_version: str) -> bytes:
    """``contents.json`` as WhatsApp's sample app reads it.

    Args:
        pack: The stickers.
        names: The file of each, in order.
        tray: The tray icon's file.
        animated: Whether they move; a pack never mixes.
        data_version: Changes whenever a picture changes.
    """
    stickers = [
        {"image_file": name, "emojis": list(sticker.emoji)} for name, sticker in zip(names, pack.stickers, strict=True)
    ]
    entry = {
        "identifier": digest_of([pack.title, pack.author])[:16],
        "name": pack.title,
        "publisher": pack.author,
        "tray_image_file": tray,
        "image_data_version": data_version,
        "avoid_cache": False,
        "animated_sticker_pack": animated,
        "publisher_email": "",
        "publisher_website": "",
        "privacy_policy_website": "",
        "license_agreement_website": "",
        "stickers": stickers,
    }
    document = {"android_play_store_link": "", "ios_app_store_link": "", "sticker_packs": [entry]}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
