"""Korean text becomes a score: sentences, a mood each, the words that decided, and the mood of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pyojeong.emotion import Beat, Mood, Score
from pyojeong.errors import PyojeongError
from pyojeong.reading.text.keeper import EmbeddedKeeper, MoodKeeper
from pyojeong.reading.text.model import TextModel
from pyojeong.reading.text.moods import whole_mood
from pyojeong.reading.text.sentences import Span, sentence_spans
from pyojeong.reading.text.spelling import Spelled, spell
from pyojeong.weights.store import arrays_of

SHIPPED = "text-ko"
#: A score is read, shown and edited as a whole; longer texts go through `TextReader.stream`, whose memory stays flat.
LONGEST_TEXT = 300_000
_SENTENCES_AT_ONCE = 64
_NEIGHBOURS = 1  # on either side of those, so that no sentence misses its neighbours
_STREAM_CHUNK = 4_000
_READABLE = re.compile("[가-힣\u1100-\u11ff\u3131-\u318e\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff]")
"""Hangul, jamo and emoji; a skin tone alone is no emoji."""


class TextReader:
    """Reads Korean with a keeper of moods.

    >>> reader = TextReader.shipped()
    >>> score = reader.read("드디어 합격했다! 너무 기뻐서 눈물이 났어.")
    >>> score.mood.leading.korean, len(score.beats)
    ('기쁨', 2)
    """

    def __init__(self, keeper: MoodKeeper) -> None:
        self._keeper = keeper

    @classmethod
    def shipped(cls) -> TextReader:
        """A reader with the model that ships in the package; the model is opened once a process."""
        return _shipped()

    def read(self, text: str) -> Score:
        """The score of ``text``: a beat a sentence, in order, spans exact.

        Raises:
            PyojeongError: ``empty-text``; ``no-korean``; ``text-too-long`` above `LONGEST_TEXT` characters.
        """
        return self.read_spans(text, None)

    def read_spans(self, text: str, spans: Sequence[Span] | None) -> Score:
        """The score of ``text`` with a beat for each of ``spans`` that holds a word; None looks for sentences.

        Raises:
            PyojeongError: As `read`.
        """
        _refuse_unreadable(text)
        if len(text) > LONGEST_TEXT:
            raise PyojeongError(
                f"글은 {LONGEST_TEXT:,}자까지 한 번에 읽을 수 있는데 {len(text):,}자가 왔습니다. "
                "나누어 주시거나 TextReader.stream으로 읽어 주세요.",
                f"A text of up to {LONGEST_TEXT:,} characters can be read at once, but {len(text):,} came; "
                "split it or use TextReader.stream.",
                kind="text-too-long",
            )
        beats = tuple(self._beats(text, sentence_spans(text) if spans is None else spans))
        return Score(text, whole_mood(beats, unsure_below=self._keeper.unsure_below), beats)

    def stream(self, chunks: Iterable[str]) -> Iterator[Beat]:
        """Beats of a text that arrives in pieces, each as soon as its sentence is surely over; memory stays flat.

        Spans count from the start of the whole text; evidence spans from the start of their beat. Stretches without
        anything readable yield no beat. Neighbours are looked at within some 4,000 characters.
        """
        held, offset = "", 0
        for chunk in chunks:
            held += chunk
            while len(held) > _STREAM_CHUNK:
                cut = _safe_cut(held[:_STREAM_CHUNK])
                yield from self._shifted(held[:cut], offset)
                held, offset = held[cut:], offset + cut
        yield from self._shifted(held, offset)

    def read_sentence(self, text: str) -> Mood:
        """The mood of ``text`` read as one sentence, without looking for sentence ends.

        Raises:
            PyojeongError: ``empty-text`` or ``no-korean``, as `read`; ``text-too-long`` likewise.
        """
        _refuse_unreadable(text)
        return self._keeper.moods([text[:LONGEST_TEXT]])[0]

    def _shifted(self, text: str, offset: int) -> Iterator[Beat]:
        for beat in self._beats(text, sentence_spans(text)):
            yield Beat(beat.start + offset, beat.end + offset, beat.mood)

    def _beats(self, text: str, spans: Sequence[Span]) -> Iterator[Beat]:
        """A beat for every span that holds a word."""
        inked = [(start, end) for start, end in spans if _inked(spell(text[start:end]))]
        for at in range(0, len(inked), _SENTENCES_AT_ONCE):
            first, past = max(0, at - _NEIGHBOURS), at + _SENTENCES_AT_ONCE
            moods = self._keeper.moods([text[a:b] for a, b in inked[first : past + _NEIGHBOURS]])
            for (start, end), mood in zip(inked[at:past], moods[at - first :], strict=False):
                yield Beat(start, end, mood)


@cache
def _shipped() -> TextReader:
    return TextReader(EmbeddedKeeper(TextModel.from_arrays(arrays_of(SHIPPED))))


def _refuse_unreadable(text: str) -> None:
    if not _READABLE.search(text) and not _inked(spell(text[:LONGEST_TEXT])):
        raise PyojeongError(
            "글이 비어 있습니다. 한 문장이라도 적어 주세요.", "The text is empty; write a sentence.", kind="empty-text"
        )
    if not _READABLE.search(text):
        raise PyojeongError(
            "한국어가 보이지 않습니다. 한글 문장, ㅋㅋ·ㅠㅠ 같은 자모, 이모지의 감정을 읽을 수 있습니다.",
            "No Korean was found; feelings can be read in Hangul sentences, bare jamo such as ㅋㅋ or ㅠㅠ, and emoji.",
            kind="no-korean",
        )


def _inked(line: Spelled) -> bool:
    return bool(len(line)) and bool((line.codes > 0x20).any())


def _safe_cut(text: str) -> int:
    """Where ``text`` may be cut: after its last line break, else before its last sentence, else at its end."""
    newline = text.rfind("\n")
    if newline > len(text) // 4:
        return newline + 1
    spans = sentence_spans(text)
    return spans[-1][0] if len(spans) > 1 else len(text)
