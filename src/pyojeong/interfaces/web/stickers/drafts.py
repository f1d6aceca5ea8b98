"""What a tab keeps so that a reload loses nothing: who is on the stage, what they do and say, and the plan.

Nothing of a photo is among it but what was chosen about the character: no picture, no measures, no face.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from pyojeong.errors import PyojeongError
from pyojeong.performing.character import Character, choices_of
from pyojeong.stickers.captions import Voice
from pyojeong.stickers.composing import act_called
from pyojeong.stickers.planning import PackPlan
from pyojeong.stickers.stores import find_store

LARGEST_CHARACTERS = 400_000
"""Ten times a plan of 120 stickers, the most a store takes; whoever sends more did not get it from us."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The work in one tab; the fields as `StickerDesk` explains them."""

    character: Character
    act: str = "hello"
    gag: str = ""
    caption: str = ""
    text_model: str | None = None
    voice: Voice = Voice.BANMAL
    store: str = "kakao"
    count: int | None = None
    wishes: str = ""
    plan: PackPlan | None = None


def written(draft: Draft) -> str:
    """The draft as JSON."""
    document = {
        "character": draft.character.to_dict(),
        "act": draft.act,
        "gag": draft.gag,
        "caption": draft.caption,
        "text_model": draft.text_model,
        "voice": draft.voice.value,
        "store": draft.store,
        "count": draft.count,
        "wishes": draft.wishes,
        "plan": None if draft.plan is None else draft.plan.to_dict(),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def opened(text: str) -> Draft:
    """The draft that `written` wrote.

    >>> opened(written(Draft(Character("mascot", "보리"), caption="안녕"))).caption
    '안녕'

    Raises:
        PyojeongError: When it is none.
    """
    try:
        if len(text) > LARGEST_CHARACTERS:
            raise ValueError(f"a draft must have at most {LARGEST_CHARACTERS} characters, but got {len(text)}")
        return _read(json.loads(text))
    except (PyojeongError, ValueError, TypeError, KeyError, RecursionError) as broken:
        raise PyojeongError(
            "이 창에 담아 둔 캐릭터와 팩을 다시 열지 못했습니다. 저장해 둔 파일이 있으면 그 파일을 열어 주세요.",
            "Character and pack kept in this tab could not be opened again; open a saved file if there is one.",
            kind="draft",
        ) from broken


def _read(document: dict[str, object]) -> Draft:
    character, plan = Character.from_dict(document["character"]), document["plan"]
    choices_of(character)
    act, gag, caption, wishes = (str(document[name]) for name in ("act", "gag", "caption", "wishes"))
    act_called(act)
    store, count = find_store(str(document["store"])), document["count"]
    return Draft(
        character=character,
        act=act,
        gag=gag,
        caption=caption,
        text_model=None if document["text_model"] is None else str(document["text_model"]),
        voice=Voice.of(str(document["voice"])),
        store=store.name,
        count=count if isinstance(count, int) and store.counts.allows(count) else None,
        wishes=wishes,
        plan=None if plan is None else PackPlan.from_dict(plan),
    )
