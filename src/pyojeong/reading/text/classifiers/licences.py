"""Licences as model pages write them, and what a person should know before using such a model."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNKNOWN = "NOASSERTION"
"""SPDX's word for a licence nobody has told."""

#: The hub's word → SPDX identifier; other Creative Commons words only need capitals.
_SPDX: Mapping[str, str] = MappingProxyType(
    {
        "apache-2.0": "Apache-2.0",
        "mit": "MIT",
        "bsd-3-clause": "BSD-3-Clause",
        "gpl-3.0": "GPL-3.0-only",
        "agpl-3.0": "AGPL-3.0-only",
        "afl-3.0": "AFL-3.0",
        "cc": UNKNOWN,
        "other": UNKNOWN,
        "unknown": UNKNOWN,
    }
)


def spdx_of(word: str | None) -> str:
    """The SPDX identifier for the licence a model page names.

    >>> spdx_of("apache-2.0"), spdx_of("cc-by-nc-4.0"), spdx_of(None)
    ('Apache-2.0', 'CC-BY-NC-4.0', 'NOASSERTION')
    """
    if not word:
        return UNKNOWN
    plain = word.strip().casefold()
    return _SPDX.get(plain, plain.upper() if plain.startswith("cc") else word.strip())


def is_non_commercial(licence: str) -> bool:
    """Whether the licence forbids commercial use by its name.

    >>> is_non_commercial("CC-BY-NC-SA-4.0"), is_non_commercial("MIT")
    (True, False)
    """
    return "nc" in licence.casefold().split("-") or "non-commercial" in licence.casefold()
