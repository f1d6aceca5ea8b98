"""Files of others, read no further than a head's can be long."""

from __future__ import annotations

from pathlib import Path

from pyojeong.performing.avatar.foreign.refusals import oversized, unopened

MOST_BYTES = 2_000_000_000
"""The longest there is: FLAME's texture space, 512 × 512 × 3 pixels in 200 directions, is 1.26 GB in doubles."""


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """A file's bytes.

    Raises:
        PyojeongError: Kind ``head-file`` when it cannot be opened or is longer than ``most`` bytes.
    """
    try:
        with path.open("rb") as file:
            if path.stat().st_size > most:
                raise oversized(path, most)
            data = file.read(most + 1)
    except OSError as error:
        raise unopened(path) from error
    if len(data) > most:
        raise oversized(path, most)
    return data
