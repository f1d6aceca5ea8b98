"""``CAST.toml``: read and written so that people may edit it by hand.

format = "pyojeong.cast/1"

[narrator]
voice = "narae"

[role."호랑이"]
character = "inkbrush"      # or photo = "me.jpg" (and face = 2 of several), avatar = "me.glb", or unseen = true
voice = "beom"
pitch = -1                  # semitones
pace = 0.95
chosen = { marking = "king" }
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.media.writing import write_file
from pyojeong.performing.voice.speaking import Voice
from pyojeong.stories.cast import FORMAT, Company, Looks, Part
from pyojeong.stories.casting import stand_in_note

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_LARGEST = 1_000_000
_LONGEST_TEXT = 1000
_SEEN = (Looks.CHARACTER, Looks.PHOTO, Looks.AVATAR)
_KNOWN = frozenset({*(looks.value for looks in Looks), "voice", "pitch", "pace", "shown", "chosen", "face"})


def load_company(path: Path) -> Company:
    """The cast in a file.

    Raises:
        PyojeongError: ``bad-cast`` when it cannot be read, with the part and what is wrong about it.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise _bad("1MB보다 큽니다", "is larger than 1 MB", path.name)
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise _bad("파일이 없습니다", "does not exist", path.name) from None
    except (OSError, UnicodeDecodeError):
        raise _bad("UTF-8 글로 읽을 수 없습니다", "cannot be read as UTF-8 text", path.name) from None
    return company_from_toml(text, path.name)


def company_from_toml(text: str, name: str = "CAST.toml") -> Company:
    r"""The cast written in ``text``, which came from ``name``.

    >>> company_from_toml('format = "pyojeong.cast/1"\n[narrator]\nvoice = "narae"\n').narrator.voice.name
    'narae'

    Raises:
        PyojeongError: As `load_company`.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _bad(f"TOML로 읽히지 않습니다{_place(error)}", f"is no TOML ({error})", name) from None
    except RecursionError:
        raise _bad("표가 너무 깊이 겹쳤습니다", "has tables nested too deeply", name) from None
    return company_from_document(document, name)


def company_from_document(document: Mapping[str, Any], name: str = "CAST.toml") -> Company:
    """The cast in a document of `company_to_document`.

    Raises:
        PyojeongError: As `load_company`.
    """
    if document.get("format") != FORMAT:
        raise _bad(f'첫 줄은 format = "{FORMAT}" 이어야 합니다', f'must begin with format = "{FORMAT}"', name)
    roles = document.get("role", {})
    if not isinstance(roles, dict):
        raise _bad('배역은 [role."이름"] 으로 적습니다', 'roles are written [role."name"]', name)
    narrator = _part("narrator", document.get("narrator", {"voice": "narae"}), name)
    return Company(narrator, {role: _part(role, item, name) for role, item in roles.items()})


def company_to_toml(company: Company) -> str:
    """The text of a cast, with a word on those whose kind no design draws.

    >>> from pyojeong.stories.casting import cast_by_name
    >>> company_to_toml(cast_by_name(["부엉이"])).splitlines()[0]
    '# 부엉이: 똑같은 그림이 없어 오리로 그립니다. character나 photo를 바꿔 주세요.'
    """
    import tomli_w

    drawn = {role: stand_in_note(role, part.source) for role, part in company.parts.items()}
    notes = "".join(
        f"# {' '.join(role.split())}: {note[0]}. character나 photo를 바꿔 주세요.\n"
        for role, note in drawn.items()
        if note
    )
    return notes + tomli_w.dumps(company_to_document(company))


def company_to_document(company: Company) -> dict[str, Any]:
    """`pyojeong.cast/1` as plain tables.

    >>> company_to_document(Company(Part(Looks.UNSEEN, "", Voice("narae"))))
    {'format': 'pyojeong.cast/1', 'narrator': {'voice': 'narae'}, 'role': {}}
    """
    return {
        "format": FORMAT,
        "narrator": _table(company.narrator),
        "role": {role: _table(part) for role, part in company.parts.items()},
    }


def save_company(company: Company, path: Path) -> None:
    """Write the cast, beside and into place."""
    write_file(path, company_to_toml(company).encode("utf-8"))


def _table(part: Part) -> dict[str, Any]:
    table: dict[str, Any] = {part.looks.value: part.source} if part.source else {}
    table["voice"] = part.voice.name
    if part.voice.pitch_semitones:
        table["pitch"] = part.voice.pitch_semitones
    if part.voice.pace != 1.0:
        table["pace"] = part.voice.pace
    if part.shown:
        table["shown"] = part.shown
    if part.chosen:
        table["chosen"] = dict(part.chosen)
    if part.face:
        table["face"] = part.face
    return table


def _part(role: str, item: object, name: str) -> Part:
    if not isinstance(item, dict):
        raise _bad(f"{role} 배역은 표여야 합니다", f"role {role} must be a table", name)
    unknown = sorted(set(item) - _KNOWN)
    if unknown:
        raise _bad(
            f"{role} 배역에 모르는 이름 {', '.join(unknown)}이(가) 있습니다; 아는 이름: {', '.join(sorted(_KNOWN))}",
            f"role {role} has unknown names {', '.join(unknown)}; known: {', '.join(sorted(_KNOWN))}",
            name,
        )
    looks = [kind for kind in _SEEN if item.get(kind.value)]
    if len(looks) > 1:
        raise _bad(
            f"{role} 배역은 character, photo, avatar 가운데 하나만 둡니다",
            f"role {role} may have one of character, photo and avatar",
            name,
        )
    try:
        return _built(item, looks[0] if looks else Looks.UNSEEN)
    except _WrongError as wrong:
        raise _bad(f"{role} 배역의 {wrong.korean}", f"role {role}: {wrong.english}", name) from None


class _WrongError(Exception):
    """A value that does not fit, in both languages."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(english)
        self.korean, self.english = korean, english


def _built(item: Mapping[str, Any], looks: Looks) -> Part:
    source = "" if looks is Looks.UNSEEN else _text(item, looks.value)
    voice = Voice(
        _text(item, "voice", "narae"), _number(item, "pitch", 0.0, -12, 12), _number(item, "pace", 1.0, 0.5, 2)
    )
    chosen = item.get("chosen", {})
    if not isinstance(chosen, dict) or not all(isinstance(value, (str, int, float)) for value in chosen.values()):
        raise _WrongError("chosen은 수와 낱말의 표여야 합니다", "chosen must be a table of numbers and words")
    return Part(looks, source, voice, _text(item, "shown"), chosen, _face(item, looks))


def _face(item: Mapping[str, Any], looks: Looks) -> int:
    face = item.get("face", 0)
    if isinstance(face, bool) or not isinstance(face, int) or face < 0 or (face and looks is not Looks.PHOTO):
        raise _WrongError(
            "face는 photo 속 얼굴의 번호로, 가장 큰 얼굴이 0입니다",
            "face must be the number of a face in the photo; the largest is 0",
        )
    return face


def _number(item: Mapping[str, Any], name: str, usual: float, least: float, most: float) -> float:
    value = item.get(name, usual)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        raise _WrongError(
            f"{name}은(는) {least:g}에서 {most:g}까지의 수여야 합니다",
            f"{name} must be a number from {least:g} to {most:g}",
        )
    return float(value)


def _text(item: Mapping[str, Any], name: str, usual: str = "") -> str:
    value = item.get(name, usual)
    if not isinstance(value, str) or not value.isprintable() or len(value) > _LONGEST_TEXT:
        raise _WrongError(
            f"{name}은(는) {_LONGEST_TEXT}자까지의 한 줄 글이어야 합니다",
            f"{name} must be one line of up to {_LONGEST_TEXT} characters",
        )
    return value


def _place(error: ValueError) -> str:
    """Where a TOML reader stopped, in Korean; nothing when it does not say."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    return f"({found[1]}째 줄, {found[2]}째 글자)" if found else ""


def _bad(korean: str, english: str, name: str) -> PyojeongError:
    return PyojeongError(f"배역 파일 {name}: {korean}.", f"Cast file {name} {english}.", kind="bad-cast")
