"""What a check of a pack comes to: findings, a row a sticker, and whether it passes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

from pyojeong.emotion.emotion import Emotion
from pyojeong.media.image import Pixels
from pyojeong.stickers.stores.specs import Source

FORMAT = "pyojeong.sticker-check/1"


class Severity(str, Enum):
    """How much a finding weighs."""

    ERROR = "error"
    """The store refuses the pack, or is said to."""
    WARNING = "warning"
    """The store may take it, and people will notice."""
    NOTE = "note"
    """Worth knowing; also what could not be checked."""

    @property
    def korean(self) -> str:
        """The Korean word shown to people."""
        return {"error": "고쳐야 함", "warning": "살펴볼 것", "note": "알아둘 것"}[self.value]


class Said(NamedTuple):
    """One sentence in both languages."""

    korean: str
    english: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found.

    Attributes:
        code: A stable word for machines, e.g. ``size``.
        severity: How much it weighs.
        sticker: The file it concerns; empty for the whole pack.
        says: What was found.
        mend: How to mend it.
        measured: What was measured, as written; empty where nothing was.
        limit: What it was held against.
        source: Where the limit was read; None where it is this program's own.
        others: Other files it concerns.
    """

    code: str
    severity: Severity
    sticker: str
    says: Said
    mend: Said
    measured: str = ""
    limit: str = ""
    source: Source | None = None
    others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.code or not all((*self.says, *self.mend)):
            raise ValueError(f"a finding needs a code and both sentences in both languages: {self.code!r}")

    def to_dict(self) -> dict[str, Any]:
        """Its JSON values."""
        source = self.source
        return {
            "code": self.code,
            "severity": self.severity.value,
            "sticker": self.sticker,
            "others": list(self.others),
            "says": self.says._asdict(),
            "mend": self.mend._asdict(),
            "measured": self.measured,
            "limit": self.limit,
            "source": None
            if source is None
            else {
                "title": source.title,
                "address": source.address,
                "checked": source.checked,
                "standing": source.standing.value,
            },
        }


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One file of the pack in the report's table.

    Attributes:
        name: Of the file.
        role: ``sticker``, or the icon's role.
        bytes: How large it is.
        size_wh: Width and height in pixels; None when it cannot be read.
        frames, seconds: 1 and 0 for a still; 0 frames when it cannot be read.
        intended: What its maker says it shows; None where nobody says.
        read: What our reader of drawn faces sees, the likeliest first; empty where it was not read.
        certainty: How sure that reader is, [0, 1].
        caption: The words on it, as its maker says.
        small: 100×100 RGBA of its first frame, for showing; None when it cannot be read.
    """

    name: str
    role: str
    bytes: int
    size_wh: tuple[int, int] | None = None
    frames: int = 0
    seconds: float = 0.0
    intended: Emotion | None = None
    read: tuple[tuple[Emotion, float], ...] = ()
    certainty: float = 0.0
    caption: str = ""
    small: Pixels | None = None

    def to_dict(self) -> dict[str, Any]:
        """Its JSON values, without the picture."""
        return {
            "name": self.name,
            "role": self.role,
            "bytes": self.bytes,
            "size_wh": list(self.size_wh) if self.size_wh else None,
            "frames": self.frames,
            "seconds": round(self.seconds, 3),
            "intended": self.intended.value if self.intended else None,
            "read": {emotion.value: round(share, 4) for emotion, share in self.read},
            "certainty": round(self.certainty, 4),
            "caption": self.caption,
        }


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What was found in one pack.

    Attributes:
        pack: Name of the folder or archive.
        store, store_korean, store_english: For which store.
        findings: Errors first, each kind in the order of the checks.
        rows: Every picture file, stickers first.
        unchecked: What could not be looked at, and why.
        provenance: What the maker's own papers were read from; empty for none.
    """

    pack: str
    store: str
    store_korean: str
    store_english: str
    findings: tuple[Finding, ...] = ()
    rows: tuple[Row, ...] = ()
    unchecked: tuple[Said, ...] = ()
    provenance: str = ""
    counts: Mapping[Severity, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        order = list(Severity)
        sorted_findings = tuple(sorted(self.findings, key=lambda finding: order.index(finding.severity)))
        object.__setattr__(self, "findings", sorted_findings)
        counts = {severity: sum(f.severity is severity for f in sorted_findings) for severity in order}
        object.__setattr__(self, "counts", MappingProxyType(counts))

    @property
    def passed(self) -> bool:
        """Whether nothing was found that a store refuses.

        >>> Report("p", "kakao", "카카오", "Kakao").passed
        True
        """
        return self.counts[Severity.ERROR] == 0

    def of(self, name: str) -> tuple[Finding, ...]:
        """The findings that concern a file."""
        return tuple(finding for finding in self.findings if name == finding.sticker or name in finding.others)

    def to_dict(self) -> dict[str, Any]:
        """The document ``pyojeong.sticker-check/1``."""
        return {
            "format": FORMAT,
            "pack": self.pack,
            "store": self.store,
            "passed": self.passed,
            "counts": {severity.value: count for severity, count in self.counts.items()},
            "provenance": self.provenance,
            "findings": [finding.to_dict() for finding in self.findings],
            "stickers": [row.to_dict() for row in self.rows],
            "unchecked": [said._asdict() for said in self.unchecked],
        }
