"""A tale becomes a score with speakers, and the list of who acts in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pyojeong.emotion import Score
from pyojeong.reading.tale.context import in_context, in_own_words
from pyojeong.reading.tale.naming import ME
from pyojeong.reading.tale.quotes import Piece, pieces_of
from pyojeong.reading.tale.roles import Roles, roles_of
from pyojeong.reading.tale.speakers import saying_of
from pyojeong.reading.text import TextReader

_LONGEST_TITLE = 40
_TITLE = re.compile(r"\s*([^\n]{1,40})\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Cast:
    """A tale that was read.

    Attributes:
        title: Its first line where that stands alone without an end mark; empty otherwise. No beat covers it.
        score: A beat for every quotation and told sentence; a quotation's ``speaker`` is who says it.
            roles: Who acts in it, and whose face shows each beat.
    """

    title: str
    score: Score
    roles: Roles


class TaleReader:
    """Reads tales with a reader of moods.

    >>> tale = '"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요. 어머니는 무서워서 떨었어요.'
    >>> cast = TaleReader(TextReader.shipped()).read(tale)
    >>> [(cast.score.text_of(beat), beat.speaker) for beat in cast.score.beats][:2]
    [('"떡 하나 주면 안 잡아먹지."', '호랑이'), ('호랑이가 말했어요.', None)]
    """

    def __init__(self, reader: TextReader) -> None:
        self._reader = reader

    def read(self, text: str) -> Cast:
        """The cast of ``text``.

        Raises:
            PyojeongError: As `TextReader.read`: nothing to read, no Korean, too long.
        """
        title, start = title_of(text)
        pieces = [_moved(piece, start) for piece in pieces_of(text[start:])]
        score = self._reader.read_spans(text, [(piece.start, piece.end) for piece in pieces])
        said = saying_of(text, pieces)
        by_start = {piece.start: n for n, piece in enumerate(pieces)}
        numbers = [by_start[beat.start] for beat in score.beats]
        beats = [replace(beat, speaker=said.speakers[n]) for beat, n in zip(score.beats, numbers, strict=True)]
        roles = roles_of(replace(score, beats=tuple(beats)))
        if not roles.names:
            own = in_own_words((replace(beat, speaker=ME) for beat in beats), text)
            mine = replace(score, beats=own)
            return Cast(title, mine, roles_of(mine))
        manners = {beat: said.manners[n] for beat, n in enumerate(numbers) if n in said.manners}
        return Cast(title, replace(score, beats=in_context(beats, text, manners)), roles)


def title_of(text: str) -> tuple[str, int]:
    r"""The title that stands before a blank line, without marks of a document, and where the tale begins.

    >>> title_of("# 금도끼 은도끼\n\n옛날에 나무꾼이 살았습니다.")
    ('금도끼 은도끼', 11)
    >>> title_of("옛날에 나무꾼이 살았습니다.\n\n끝.")
    ('', 0)
    """
    found = _TITLE.match(text)
    if not found:
        return "", 0
    title = found.group(1).strip().strip("#*<>《》〈〉「」\"'“” ").strip()
    if (
        not title
        or len(title) > _LONGEST_TITLE
        or title[-1] in '.!?…”"'
        or found.group(1).lstrip().startswith(("“", '"'))
    ):
        return "", 0
    return title, found.end()


def _moved(piece: Piece, by: int) -> Piece:
    return replace(piece, start=piece.start + by, end=piece.end + by)
