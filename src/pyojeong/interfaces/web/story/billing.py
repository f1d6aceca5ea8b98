"""Which roles a tale has after an edit: who has lines or acts, always in the same order, each as it was last seen."""

from __future__ import annotations

from pyojeong.emotion import Score
from pyojeong.interfaces.stories import company_of
from pyojeong.stories.cast import Company, Part

_Spoken = tuple[tuple[int, int, str | None], ...]


class Billing:
    """The roles of one tale while it is edited.

    Args:
        company: Who plays whom at the start.
        score: Of which.
    """

    def __init__(self, company: Company, score: Score) -> None:
        self._last: dict[str, Part] = dict(company.parts)
        self._spoken = _spoken(score)
        self._usual = dict(company.parts)
        self._speakers = {beat.speaker for beat in score.beats}

    def fitted(self, company: Company, score: Score) -> Company:
        """The company with a part for everybody in ``score``, without those whose last line went.

        Who comes back has the part and the place they had; a role that never had a line stays as long as it likes.
        """
        self._last.update(company.parts)
        if (spoken := _spoken(score)) != self._spoken:
            self._spoken, self._usual = spoken, dict(company_of(score).parts)
        here = self._usual.keys() | (company.parts.keys() - self._speakers) | {speaker for _, _, speaker in spoken}
        self._speakers |= {speaker for _, _, speaker in spoken}
        for role, part in self._usual.items():
            self._last.setdefault(role, part)
        return Company(company.narrator, {role: part for role, part in self._last.items() if role in here})


def _spoken(score: Score) -> _Spoken:
    return tuple((beat.start, beat.end, beat.speaker) for beat in score.beats)
