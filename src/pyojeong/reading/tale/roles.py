"""Who acts in a tale, speaking or not, and whose face shows each beat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyojeong.emotion import Beat, Score
from pyojeong.reading.tale.beings import is_many
from pyojeong.reading.tale.mention import Case
from pyojeong.reading.tale.names import members_of
from pyojeong.reading.tale.naming import ME, US
from pyojeong.reading.tale.quotes import Piece
from pyojeong.reading.tale.telling import telling_of
from pyojeong.reading.tale.told import Told

_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Roles:
    """Of one score.

    Attributes:
        names: Everybody who speaks, and who does something or is with who does more than once; most lines first.
        about: For every beat who says it or whom it is about; None for nobody.
        there: For every beat who is there by its words, doing or with who does, of ``names``, in order.
    """

    names: tuple[str, ...]
    about: tuple[str | None, ...]
    there: tuple[tuple[str, ...], ...]


def roles_of(score: Score) -> Roles:
    """The roles of ``score`` with the speakers it has; a person may have changed them."""
    telling = telling_of(score.text, _pieces(score.beats))
    lines = Counter(beat.speaker for beat in score.beats if beat.speaker)
    called = {telling.names.get(speaker, speaker): speaker for speaker in lines}
    doing = Counter(
        m.name for told in telling.told.values() for m in told.mentions if m.case.acts or m.case is Case.WITH
    )
    acting = [name for name, count in doing.items() if name in telling.people and count >= _OFTEN and not is_many(name)]
    known = {**{name: name for name in acting if name not in (ME, US)}, **called}
    several = {name: members for name in doing if name not in known if (members := members_of(name, known))}
    meant = {**{name: [one] for name, one in known.items()}, **several}
    there = tuple(_there(beat, telling.told.get(n), meant) for n, beat in enumerate(score.beats))
    about = tuple(beat.speaker or _about(telling.told.get(n), meant) for n, beat in enumerate(score.beats))
    seen = Counter(name for name in about if name)
    seen.update(dict.fromkeys((name for names in there for name in names), 0))
    return Roles(tuple(name for name, _ in seen.most_common()), about, there)


def _pieces(beats: Sequence[Beat]) -> list[Piece]:
    """The beats as pieces: a beat with a speaker is said."""
    return [Piece(beat.start, beat.end, beat.speaker is not None, n, n) for n, beat in enumerate(beats)]


def _about(told: Told | None, meant: Mapping[str, Sequence[str]]) -> str | None:
    """Who acts in what is told; of several the first."""
    return next((meant[doer.name][0] for doer in told.doers if doer.name in meant), None) if told is not None else None


def _there(beat: Beat, told: Told | None, meant: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    if beat.speaker:
        return (beat.speaker,)
    if told is None:
        return ()
    here = (m for m in told.mentions if (m.case.acts and not m.owns) or m.case is Case.WITH)
    return tuple(dict.fromkeys(name for mention in here for name in meant.get(mention.name, ())))
