"""Who acts in a tale, speaking or not, and whose face shows each beat."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyojeong.emotion import Score
from pyojeong.reading.tale.doers import doers_of, named_in
from pyojeong.reading.tale.names import is_many, one_name_each

ME = "나"
"""Who tells a text in which nobody else acts: the writer."""
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Roles:
    """Of one score.

    Attributes:
        names: Everybody who speaks, and who does something more than once; most lines first.
        about: For every beat who says it or whom it is about; None for nobody.
    """

    names: tuple[str, ...]
    about: tuple[str | None, ...]


def roles_of(score: Score) -> Roles:
    """The roles of ``score`` with the speakers it has; a person may have changed them."""
    texts = [score.text_of(beat) for beat in score.beats]
    told = [doers_of(text) if beat.speaker is None else [] for text, beat in zip(texts, score.beats, strict=True)]
    lines = Counter(beat.speaker for beat in score.beats if beat.speaker)
    names = one_name_each([*lines.elements(), *(doer.name for doers in told for doer in doers)])
    spoken = {names[speaker]: speaker for speaker in lines}
    done = Counter(names[doer.name] for doers in told for doer in doers)
    acting = {name for name, count in done.items() if count >= _OFTEN and not is_many(name)}
    known = {**{name: name for name in acting}, **spoken}
    about = [
        beat.speaker or next((known[name] for name in named_in(text, doers, names) if name in known), None)
        for beat, text, doers in zip(score.beats, texts, told, strict=True)
    ]
    seen = Counter(name for name in about if name)
    return Roles(tuple(name for name, _ in seen.most_common()), tuple(about))
