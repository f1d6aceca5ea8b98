"""A classifier from the Hugging Face hub: only the files that are read, resumed where a download stopped."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from pathlib import Path

from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.folder import SMALL_NAMES, onnx_among, pieces_among, weights_beside

_ID = re.compile(r"[\w.-]+/[\w.-]+")


def is_hub_id(source: str) -> bool:
    """Whether ``source`` could name a model of the hub: ``owner/name``.

    >>> is_hub_id("monologg/koelectra-small-v3"), is_hub_id("./folder/model"), is_hub_id("model")
    (True, False, False)
    """
    return bool(_ID.fullmatch(source)) and not source.startswith(".")


def wanted_files(names: Sequence[str], *, called: str) -> list[str]:
    """Which of a model's files are read; weights for PyTorch, optimiser states and code never are.

    >>> wanted_files(["README.md", "config.json", "onnx/model.onnx", "pytorch_model.bin", "vocab.txt"], called="m")
    ['README.md', 'config.json', 'onnx/model.onnx', 'vocab.txt']

    Raises:
        PyojeongError: ``model-folder`` when no ONNX file or no tokenizer is among them.
    """
    onnx = onnx_among(names, called=called)
    wanted = {*SMALL_NAMES, *weights_beside(onnx), onnx, pieces_among(names)}
    return [name for name in sorted(names) if name in wanted]


def downloaded(identifier: str, cache: Path, *, endpoint: str | None = None) -> Path:
    """The folder ``identifier`` was downloaded to, below ``cache``; what is there already is not fetched again.

    Raises:
        PyojeongError: ``hub`` when it could not be fetched, with how to do it by hand; ``missing-extra`` without
            the library; ``model-folder`` when it holds nothing that can be read.
    """
    try:
        from huggingface_hub import HfApi, errors
    except ImportError as missing:
        raise PyojeongError(
            "huggingface-hub가 설치되어 있지 않습니다: pip install 'pyojeong[classifiers]'",
            "huggingface-hub is not installed: pip install 'pyojeong[classifiers]'",
            kind="missing-extra",
        ) from missing
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)  # it tells every one of six attempts
    api = HfApi(endpoint=endpoint)
    try:
        wanted = wanted_files(api.list_repo_files(identifier), called=identifier)
        return Path(api.snapshot_download(identifier, cache_dir=cache, allow_patterns=wanted))
    except errors.GatedRepoError as refused:
        raise _failed(identifier, "허락이 필요한 모델입니다", "it asks for permission first") from refused
    except errors.RepositoryNotFoundError as refused:
        raise _failed(
            identifier, "그런 모델이 없거나 비공개입니다", "there is no such model, or it is private"
        ) from refused
    # Its HTTP library changed from requests (whose errors are OSErrors) to httpx to httpx2: it names the error itself.
    except (errors.HTTPError, errors.HfHubHTTPError, errors.HFValidationError, OSError) as failed:
        raise _failed(identifier, "연결되지 않았습니다", f"{type(failed).__name__}") from failed


def _failed(identifier: str, korean: str, english: str) -> PyojeongError:
    by_hand = f"hf download {identifier} --local-dir model && pyojeong models add model"
    return PyojeongError(
        f"{identifier}를 내려받지 못했습니다({korean}); 다시 하거나 손으로 받아 폴더를 더해 주세요: {by_hand}",
        f"Could not download {identifier} ({english}); try again, or fetch it by hand and add the folder: {by_hand}",
        kind="hub",
    )
