"""One process that makes files of packs: a request a line of JSON in, an answer a line out, until its input ends."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from pyojeong.errors import PyojeongError
from pyojeong.processes import answering, refused
from pyojeong.stickers.packing.writing import Job, encoded_here, jobs_of
from pyojeong.stickers.planning.drawing import pack_of
from pyojeong.stickers.planning.plan import PackPlan


def serve() -> None:
    """Answer until there is nothing more to do."""
    with answering() as answer:
        for line in sys.stdin:
            answer(answered(json.loads(line)))


def answered(request: Mapping[str, Any]) -> dict[str, Any]:
    """The file, or the sentence that says why it cannot be made."""
    try:
        job = _jobs(json.dumps(request["plan"]))[request["file"]]
        (made,) = encoded_here([job])
    except PyojeongError as failure:
        return refused(failure)
    data = base64.b64encode(made.data).decode("ascii")
    caption = asdict(made.caption) if made.caption else None
    return {"data": data, "how": dict(made.how), "damage": asdict(made.damage), "caption": caption}


@lru_cache(maxsize=1)
def _jobs(document: str) -> dict[str, Job]:
    plan = PackPlan.from_dict(json.loads(document))
    return {job.name: job for job in jobs_of(pack_of(plan), plan.rules)}
