"""Sentences become numbers of word pieces: three kinds of tokenizer files behind one promise."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.folder import ClassifierFolder

#: Models whose SentencePiece numbers are the model's own; XLM-R and XLNet shift them or put their marks elsewhere.
_PLAIN_PIECES = frozenset({"bert", "albert", "electra", "distilbert"})
_SPACE_MARK = "▁"


class PieceCutter(Protocol):
    """Cuts sentences into numbered pieces."""

    @property
    def padding(self) -> int:
        """The number that fills up shorter sentences."""

    def numbers(self, sentences: Sequence[str]) -> list[list[int]]:
        """The pieces of each sentence between the model's marks, cut off where the model has no more places."""


def cutter_of(folder: ClassifierFolder) -> PieceCutter:
    """The tokenizer of ``folder``.

    Raises:
        PyojeongError: ``model-folder`` when its file is broken; ``missing-extra`` when its library is not installed.
    """
    path = folder.path / folder.pieces
    try:
        if folder.pieces.endswith(".json"):
            return _FastCutter.opened(path, folder)
        if folder.pieces.endswith(".txt"):
            return _FastCutter.of_vocabulary(path, folder)
        return _SentencePieceCutter(path, folder)
    except ImportError as missing:
        raise PyojeongError(
            f"{missing.name}이(가) 설치되어 있지 않습니다: pip install 'pyojeong[classifiers]'",
            f"{missing.name} is not installed: pip install 'pyojeong[classifiers]'",
            kind="missing-extra",
        ) from missing


class _FastCutter:
    """A tokenizer of the `tokenizers` library."""

    def __init__(self, tokenizer: Any, *, longest: int, padding: int) -> None:
        tokenizer.no_padding()
        tokenizer.enable_truncation(longest)
        self._tokenizer = tokenizer
        self.padding = padding

    @classmethod
    def opened(cls, path: Path, folder: ClassifierFolder) -> _FastCutter:
        """Of a ``tokenizer.json``."""
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(path))
        except Exception as broken:  # the library raises plain Exception
            raise _broken(path, broken) from broken
        padding = folder.config.get("pad_token_id")
        return cls(tokenizer, longest=folder.longest, padding=padding if isinstance(padding, int) else 0)

    @classmethod
    def of_vocabulary(cls, path: Path, folder: ClassifierFolder) -> _FastCutter:
        """Of a BERT ``vocab.txt``: a piece a line."""
        from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

        vocabulary = _numbered(path)
        if any(piece.startswith(_SPACE_MARK) for piece in vocabulary):
            raise _broken(path, "it lists SentencePiece pieces, whose *.model file is missing")
        said = folder.tokenizer_config
        marks = {key: _mark(said, f"{key}_token", usual) for key, usual in _BERT_MARKS.items()}
        _marks_known(marks, vocabulary, path)
        tokenizer = BertWordPieceTokenizer(
            vocabulary,
            unk_token=marks["unk"],
            sep_token=marks["sep"],
            cls_token=marks["cls"],
            pad_token=marks["pad"],
            mask_token=marks["mask"],
            lowercase=bool(said.get("do_lower_case", not _has_syllables(vocabulary))),
            strip_accents=said.get("strip_accents"),
            handle_chinese_chars=bool(said.get("tokenize_chinese_chars", True)),
        )
        return cls(tokenizer, longest=folder.longest, padding=vocabulary[marks["pad"]])

    def numbers(self, sentences: Sequence[str]) -> list[list[int]]:
        """As `PieceCutter.numbers`."""
        return [found.ids for found in self._tokenizer.encode_batch([_encodable(s) for s in sentences])]


class _SentencePieceCutter:
    """A SentencePiece model with ``[CLS]`` before and ``[SEP]`` after, as KoBERT and ALBERT have it."""

    def __init__(self, path: Path, folder: ClassifierFolder) -> None:
        from sentencepiece import SentencePieceProcessor

        kind = folder.config.get("model_type")
        if kind not in _PLAIN_PIECES:
            raise PyojeongError(
                f"{kind} 모델의 {path.name}은 번호가 달라 그대로 읽을 수 없습니다; tokenizer.json이 필요합니다.",
                f"The numbers in {path.name} of a {kind} model are not the model's; tokenizer.json is needed.",
                kind="model-folder",
            )
        try:
            self._model = SentencePieceProcessor(model_file=str(path))
        except (RuntimeError, OSError) as broken:
            raise _broken(path, broken) from broken
        listed = path.parent / "vocab.txt"
        self._number = _numbered(listed) if listed.is_file() else self._own_numbers()
        said = folder.tokenizer_config
        marks = {key: _mark(said, f"{key}_token", usual) for key, usual in _BERT_MARKS.items()}
        if self._model.unk_id() >= 0:
            marks["unk"] = self._model.id_to_piece(self._model.unk_id())
        _marks_known(marks, self._number, path)
        self._marks = {key: self._number[mark] for key, mark in marks.items() if mark in self._number}
        self._longest = folder.longest
        self._lower = bool(said.get("do_lower_case", False))
        self._accents = bool(said.get("keep_accents", False))
        self.padding = self._marks["pad"]

    def numbers(self, sentences: Sequence[str]) -> list[list[int]]:
        """As `PieceCutter.numbers`."""
        first, last, unknown = self._marks["cls"], self._marks["sep"], self._marks["unk"]
        rows = []
        for sentence in sentences:
            inner = [self._number.get(piece, unknown) for piece in self._cut(sentence)][: self._longest - 2]
            rows.append([first, *inner, last])
        return rows

    def _own_numbers(self) -> dict[str, int]:
        return {self._model.id_to_piece(number): number for number in range(len(self._model))}

    def _cut(self, sentence: str) -> list[str]:
        """The pieces, with the comma after a digit apart: so ALBERT, XLNet and KoBERT were taught."""
        pieces: list[str] = []
        for piece in self._model.encode(self._cleaned(sentence), out_type=str):
            if len(piece) > 1 and piece[-1] == "," and piece[-2].isdigit():
                pieces += [*self._digits(piece[:-1]), ","]
            else:
                pieces.append(piece)
        return pieces

    def _digits(self, piece: str) -> list[str]:
        """``piece`` cut anew; it keeps its leading space mark only when it had one."""
        again: list[str] = self._model.encode(piece.replace(_SPACE_MARK, ""), out_type=str)
        if not piece.startswith(_SPACE_MARK) and again and again[0].startswith(_SPACE_MARK):
            return [part for part in (again[0][1:], *again[1:]) if part]
        return again

    def _cleaned(self, sentence: str) -> str:
        text = " ".join(_encodable(sentence).split()).replace("``", '"').replace("''", '"')
        if not self._accents:
            apart = unicodedata.normalize("NFKD", text)
            text = "".join(character for character in apart if not unicodedata.combining(character))
        return text.lower() if self._lower else text


_BERT_MARKS: Mapping[str, str] = {"cls": "[CLS]", "sep": "[SEP]", "pad": "[PAD]", "unk": "[UNK]", "mask": "[MASK]"}


def _numbered(path: Path) -> dict[str, int]:
    """Piece → line number of a ``vocab.txt``. Lines end with a line feed alone: pieces may be other separators."""
    lines = path.read_bytes().decode("utf-8", "replace").removesuffix("\n").split("\n")
    return {line.removesuffix("\r"): number for number, line in enumerate(lines)}


def _mark(said: Mapping[str, Any], key: str, usual: str) -> str:
    """The text of a special token, which configurations keep as a string or as an object with ``content``."""
    told = said.get(key, usual)
    return str(told.get("content", usual)) if isinstance(told, Mapping) else str(told or usual)


def _marks_known(marks: Mapping[str, str], vocabulary: Mapping[str, int], path: Path) -> None:
    missing = [marks[key] for key in ("cls", "sep", "pad", "unk") if marks[key] not in vocabulary]
    if missing:
        raise _broken(path, f"no {', '.join(missing)}")


def _has_syllables(vocabulary: Mapping[str, int]) -> bool:
    """Whether the pieces hold whole Hangul syllables.

    Lower-casing of BERT takes accents off, which takes syllables apart, so such a vocabulary was never taught with it.
    """
    return any("가" <= piece.removeprefix("##")[:1] <= "힣" for piece in vocabulary)


def _encodable(sentence: str) -> str:
    """The sentence without lone surrogates, which the libraries cannot take."""
    return sentence.encode("utf-8", "replace").decode("utf-8")


def _broken(path: Path, why: object) -> PyojeongError:
    return PyojeongError(
        f"토크나이저 {path.name}을(를) 읽을 수 없습니다: {why}.",
        f"Cannot read the tokenizer {path.name}: {why}.",
        kind="model-folder",
    )
