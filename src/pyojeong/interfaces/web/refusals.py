"""What a page refuses, as errors in both languages."""

from __future__ import annotations

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.web.words import Language, Words


def refusal(key: str, **values: object) -> PyojeongError:
    """The sentence ``key``, with its places filled, as an error of that kind.

    >>> refusal("lost").kind
    'lost'
    """
    korean, english = (Words(language)(key, **values) for language in Language)
    return PyojeongError(korean, english, kind=key)


def upload_refusal(key: str) -> PyojeongError:
    """Why the browser did not send a file; ``key`` is what `sending.js` says."""
    return refusal(key, limit=f"{settings().max_upload_megabytes:g}")
