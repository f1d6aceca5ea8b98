"""Captions by a causal language model on this machine: a folder with ``model.onnx`` and ``tokenizer.json``.

KoGPT2 and its kind: the graph takes ``input_ids`` (and may take ``attention_mask`` and ``position_ids``) and gives
``logits`` of shape 1 × places × pieces, as ``optimum-cli export onnx --task text-generation`` writes it; no cache is
used, for captions are short.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from pyojeong.emotion import Mood
from pyojeong.errors import PyojeongError
from pyojeong.stickers.captions.bank import CaptionBank
from pyojeong.stickers.captions.endpoint import refusal
from pyojeong.stickers.captions.voice import Voice
from pyojeong.stickers.captions.writing import fitting_lines
from pyojeong.weights.session import open_session

PIECES = 16
"""Pieces a caption may have: 18 syllables of Korean are seldom more."""
TRIES_EACH = 3
"""Captions drawn for each one wanted; those that do not pass are left out."""
LIKELIEST = 20
"""Pieces drawn from at each place (top-k; Fan et al. 2018, ACL, use 10 to 40)."""
EXAMPLES = 4
"""Lines of the bank shown before the model's own, so that it continues a list of captions."""
_LONGEST_SENTENCE = 120
_KINDS = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}


@dataclass(frozen=True)
class LocalWriter:
    """A causal model in ``folder``, which continues a list of captions from the bank."""

    folder: Path
    bank: CaptionBank

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    def write(self, sentence: str, mood: Mood, voice: Voice, count: int) -> tuple[str, ...]:
        """As `CaptionWriter.write`; the same request gives the same lines.

        Raises:
            PyojeongError: ``model-broken`` or ``model-folder`` when the model cannot be opened; ``missing-extra``
                without the tokenizer's library; ``caption-writer`` when it writes nothing usable.
        """
        shown = self.bank.suggest(mood, voice=voice, sentence=sentence, count=EXAMPLES)
        examples = "\n".join(f"- {one.caption.text}" for one in shown)
        start = f"{' '.join(sentence.split())[:_LONGEST_SENTENCE]}\n{examples}\n-"
        random = np.random.default_rng(crc32(start.encode()))
        pieces = self._tokenizer.encode(start).ids
        drawn = [self._drawn(pieces, random) for _ in range(TRIES_EACH * count)]
        known = {one.caption.text for one in shown}
        lines = tuple(line for line in fitting_lines("\n".join(drawn), count=len(drawn)) if line not in known)[:count]
        if not lines:
            raise refusal(self.name, "쓸 만한 글귀가 없었습니다", "it wrote no usable caption")
        return lines

    def _drawn(self, start: Sequence[int], random: np.random.Generator) -> str:
        """One line, piece by piece, up to its end or `PIECES`."""
        pieces = list(start)
        text = ""
        for _ in range(PIECES):
            pieces.append(_piece(self._logits(pieces), random))
            text = self._tokenizer.decode(pieces[len(start) :], skip_special_tokens=True)
            if "\n" in text.lstrip("\n") or pieces[-1] in self._ends:
                break
        return (text.strip().splitlines() or [""])[0]

    def _logits(self, pieces: Sequence[int]) -> NDArray[np.float64]:
        """What the model thinks of each piece as the next one."""
        row = np.array([pieces])
        filled = {
            "input_ids": row,
            "attention_mask": np.ones_like(row),
            "position_ids": np.arange(row.shape[1])[None],
        }
        given = {one.name: filled[one.name].astype(_KINDS[one.type]) for one in self._session.get_inputs()}
        return np.asarray(self._session.run(["logits"], given)[0][0, -1], np.float64)

    @cached_property
    def _session(self) -> Any:
        session = open_session(self.folder / "model.onnx")
        strange = [
            one.name
            for one in session.get_inputs()
            if one.name not in ("input_ids", "attention_mask", "position_ids") or one.type not in _KINDS
        ]
        if strange or "logits" not in [one.name for one in session.get_outputs()]:
            said = ", ".join(strange) or "logits"
            raise refusal(self.name, f"입출력이 글 쓰는 모델과 다릅니다({said})", f"it is no causal model ({said})")
        return session

    @cached_property
    def _tokenizer(self) -> Any:
        path = self.folder / "tokenizer.json"
        try:
            from tokenizers import Tokenizer
        except ImportError as missing:
            raise PyojeongError(
                "tokenizers가 설치되어 있지 않습니다: pip install 'pyojeong[classifiers]'",
                "tokenizers is not installed: pip install 'pyojeong[classifiers]'",
                kind="missing-extra",
            ) from missing
        try:
            return Tokenizer.from_file(str(path))
        except Exception as broken:  # the library raises plain Exception
            raise PyojeongError(
                f"토크나이저 {path.name}을(를) 읽을 수 없습니다: {broken}.",
                f"Cannot read the tokenizer {path.name}: {broken}.",
                kind="model-folder",
            ) from broken

    @cached_property
    def _ends(self) -> frozenset[int]:
        """The pieces that end a text, by ``config.json`` where there is one."""
        path = self.folder / "config.json"
        if not path.is_file():
            return frozenset()
        try:
            said = json.loads(path.read_text("utf-8")).get("eos_token_id")
        except (ValueError, AttributeError) as broken:
            raise PyojeongError(
                f"{path.name}을 읽을 수 없습니다.", f"Cannot read {path.name}.", kind="model-folder"
            ) from broken
        return frozenset(said if isinstance(said, list) else [said] if isinstance(said, int) else [])


def _piece(logits: NDArray[np.float64], random: np.random.Generator) -> int:
    """One of the `LIKELIEST` pieces, drawn by its chance."""
    best = np.argsort(-logits, kind="stable")[:LIKELIEST]
    chances = np.exp(logits[best] - logits[best[0]])
    return int(random.choice(best, p=chances / chances.sum()))
