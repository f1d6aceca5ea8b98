"""What the body does during a line: a moment its words ask for, or none, so that the mood alone moves it.

Words count as morphemes (먹/VV is not 먹/NNG), and only where the thing is really done: denied (안 잡아먹지), wished
(먹고 싶다), asked for (먹어야 한다), reported (먹었다고) and conditional words (먹으면) move nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pyojeong.emotion import Emotion, Mood
from pyojeong.reading.tale.words import lists_in
from pyojeong.reading.text.morphemes import is_denied, morphemes
from pyojeong.stories.directing.doing import happens

#: Who cries or calls out for joy is moved, not broken: act → what it is in a glad mood.
_WHEN_GLAD = {"shocked": "moved", "cry": "moved", "sob": "moved"}
#: Who sits, walks or looks about to do something is seen doing that.
_PASSING = frozenset({"sit", "walk", "run", "leap", "look-around", "look-up", "bite", "shout", "kneel"})
#: The act has a bowl and chopsticks; a persimmon or a rice cake is eaten without.
_FROM_A_BOWL = re.compile(r"(?:밥|죽|국|국수|국밥|수제비|찌개|라면|냉면|식사|진지|밥상|저녁상|아침상|잔칫상)$")
#: Morphemes back to the noun a verb is told with: 손을 꼭 잡았다.
_WITH = 3
#: Of endings and stops, which a noun's verb does not lie beyond; of what ties a noun to its verb.
_CLOSING, _TYING = frozenset({"EC", "EF", "ETM", "SF"}), frozenset({"JKS", "JKO", "JX"})


def act_during(text: str, mood: Mood, *, said: bool = False, before: Sequence[str] = ()) -> str:
    """Name of the act; empty for what the mood itself does.

    Args:
        text: The line.
        mood: How it is felt: nobody laughs in sorrow because the word is in the line.
        said: Whether it is somebody's own words, not told of him.
        before: Acts its doer did just before, which do not come again.

    >>> from pyojeong.emotion import Emotion
    >>> joy = Mood.of(Emotion.JOY, intensity=0.8)
    >>> act_during("나무꾼은 기뻐서 절을 몇 번이나 했어요.", joy)
    'thanks-a-lot'
    >>> act_during("떡 하나 주면 안 잡아먹지.", joy, said=True), act_during("호랑이가 먹지 못했어요.", joy)
    ('', '')
    >>> act_during("아이고, 살아 돌아왔구나!", joy, said=True)
    'moved'
    """
    found: dict[str, int] = {}
    tokens = morphemes(text)
    for word in _done(tokens, _listed()["said" if said else "told"], said=said):
        name = _eaten(tokens) if word == "eating" else word
        name = _WHEN_GLAD.get(name, name) if mood.leading is Emotion.JOY else name
        if name:
            found[name] = found.get(name, 0) + 1
    for name in sorted(found, key=lambda name: (name in _PASSING, -found[name], list(found).index(name))):
        if name not in before:
            return name
    return ""


def _eaten(tokens: Sequence[Any]) -> str:
    """How it is eaten: from a bowl, or with the hands."""
    return "eating" if any(_FROM_A_BOWL.search(token.form) for token in tokens) else "bite"


def _done(tokens: Sequence[Any], listed: Mapping[str, str], *, said: bool) -> Iterator[str]:
    refused = set() if said else set(_refused(tokens))
    for n, token in enumerate(tokens):
        form, tag = token.form, token.tag.partition("-")[0]
        if tag in ("XSV", "XSA") and n:
            form, tag = tokens[n - 1].form + form, "V" + tag[-1]
        before = [f"{token.form}/{token.tag}+{form}/{tag}" for token in tokens[max(0, n - _WITH) : n]]
        name = next((listed[key] for key in (*before, f"{form}/{tag}") if key in listed), "")
        if name and n not in refused and not is_denied(tokens, n) and (said or happens(tokens, n)):
            yield name


def _refused(tokens: Sequence[Any]) -> Iterator[int]:
    """Numbers of the morphemes that are no deed beside each other: all of 가슴이 두근두근 뛰다."""
    for n, token in enumerate(tokens):
        if f"{token.form}/{token.tag}" in _refusals():
            yield n
        for m in range(n - 1, -1, -1):
            before = tokens[m]
            if before.tag in _CLOSING and before.form != "게":  # 빠르게 뛰다
                break
            tied = m + 1 == n or tokens[m + 1].tag in _TYING
            if tied and f"{before.form}/{before.tag}+{token.form}/{token.tag.partition('-')[0]}" in _refusals():
                yield from range(m, n + 1)


@cache
def _listed() -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = {"told": {}, "said": {}}
    for key, found in lists_in(__package__, "acts").items():
        kind, name = key.split()
        if kind == "not":
            continue
        lists[kind].update(dict.fromkeys(found, name))
    return lists


@cache
def _refusals() -> frozenset[str]:
    return frozenset(lists_in(__package__, "acts")["not told"])
