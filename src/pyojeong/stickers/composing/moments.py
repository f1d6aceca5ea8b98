"""What each act means to those who send it: its group, its occasion, its emoji, and lines of its own.

``moments.tsv`` was written for this project: one row an act. A line of its own stands where the captions' bank knows no
occasion of just this kind; ``polite`` is said in polite speech, ``plain`` in all others.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyojeong.errors import PyojeongError
from pyojeong.performing.character.acts import MOMENTS, Act
from pyojeong.performing.character.acts.choosing import own
from pyojeong.performing.character.acts.emotions import BANDS
from pyojeong.stickers.captions import Situation, Voice

MOST_EMOJI = 3
"""WhatsApp takes no more."""
_TABLE = Path(__file__).with_name("moments.tsv")


class MomentGroup(str, Enum):
    """What a moment is for.

    >>> MomentGroup.THANKS.korean
    '고마움'
    """

    GREETING = "greeting"
    THANKS = "thanks"
    SORRY = "sorry"
    ASKING = "asking"
    ANSWER = "answer"
    CHEER = "cheer"
    CELEBRATING = "celebrating"
    LOVE = "love"
    LAUGHING = "laughing"
    JOY = "joy"
    CRYING = "crying"
    TIRED = "tired"
    ANGRY = "angry"
    SURPRISE = "surprise"
    SHY = "shy"
    DISGUST = "disgust"
    FOOD = "food"
    SLEEP = "sleep"
    WORK = "work"
    REST = "rest"

    @property
    def korean(self) -> str:
        """The Korean name shown to people."""
        return _KOREAN[self]


_NAMES = "인사 고마움 사과 부탁 대답 응원 축하 사랑 웃음 신남 울음 지침 화 놀람 부끄러움 질색 먹기 잠 일 쉬기"
_KOREAN = dict(zip(MomentGroup, _NAMES.split(), strict=True))


@dataclass(frozen=True, slots=True)
class Moment:
    """What an act means to those who send it.

    Attributes:
        name: The act's.
        group: What it is for.
        situation: Its occasion in the bank of captions; None when there is none of just this kind.
        emoji: One to three, the most fitting first.
        plain, polite: Lines of its own; empty where the bank has better ones.
    """

    name: str
    group: MomentGroup
    situation: Situation | None
    emoji: tuple[str, ...]
    plain: str = ""
    polite: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.emoji) <= MOST_EMOJI:
            raise ValueError(f"{self.name} must have 1 to {MOST_EMOJI} emoji, but got {self.emoji!r}")

    def own_line(self, voice: Voice) -> str:
        """What it says in ``voice`` whatever the bank has; empty for none."""
        return self.polite if voice is Voice.POLITE else self.plain


@cache
def known_moments() -> Mapping[str, Moment]:
    """Every moment, and every emotion's two acts, by name.

    >>> moment = known_moments()["off-work"]
    >>> moment.group.korean, moment.situation.korean, moment.emoji[0]
    ('일', '퇴근', '🏃')
    """
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = {
        row["name"]: Moment(
            row["name"],
            MomentGroup(row["group"]),
            Situation.of(row["situation"]) if row["situation"] else None,
            tuple(row["emoji"].split()),
            row["plain"],
            row["polite"],
        )
        for row in rows
    }
    return MappingProxyType(found)


def act_called(name: str, *, design: object | None = None) -> Act:
    """The act of a moment, or of an emotion's band (``joy``, ``joy-strong``), as ``design`` does it.

    >>> act_called("joy-strong").emotion.korean
    '기쁨'

    Raises:
        PyojeongError: When there is none of that name, with those there are.
    """
    acts = {**{act.name: act for pair in BANDS.values() for act in pair}, **MOMENTS}
    if name not in acts:
        known = ", ".join(f"{act.name}({act.korean})" for act in MOMENTS.values())
        raise PyojeongError(
            f"‘{name}’라는 순간은 없습니다. 쓸 수 있는 순간: {known}",
            f"There is no moment {name!r}. Moments: {', '.join(acts)}",
            kind="unknown-moment",
        )
    return replace(own(acts[name], design), name=name)  # a design's own act may be called otherwise
