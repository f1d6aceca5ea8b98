"""Downloads from a hub of our own on this machine: the library's real client, a server of sixty lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import unquote, urlsplit

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.adding import examined
from pyojeong.reading.text.classifiers.hub import downloaded, is_hub_id, wanted_files
from tiny_classifiers import knowing_all

COMMIT = "c0ffee" * 6 + "c0ff"


class Hub(BaseHTTPRequestHandler):
    """Serves the files of ``root`` as the model ``me/tiny``."""

    protocol_version = "HTTP/1.1"
    root: ClassVar[Path]
    fetched: ClassVar[list[str]]

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet."""

    def _answer(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        body, headers = self._found(path, with_body)
        self.send_response(200 if body is not None else 404)
        if body is None:
            headers = {"X-Error-Code": "RepoNotFound"}
        for name, value in {**headers, "Content-Length": str(len(body or b""))}.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(body or b"")

    def _found(self, path: str, with_body: bool) -> tuple[bytes | None, dict[str, str]]:
        files = {f.relative_to(self.root).as_posix(): f.read_bytes() for f in self.root.rglob("*") if f.is_file()}
        if path.startswith("/api/models/me/tiny/tree/"):
            tree = [{"type": "file", "path": n, "size": len(d), "oid": _etag(d)} for n, d in files.items()]
            return json.dumps(tree).encode(), {"Content-Type": "application/json"}
        if path.startswith("/api/models/me/tiny"):
            siblings = [{"rfilename": name} for name in files]
            info = {"id": "me/tiny", "sha": COMMIT, "siblings": siblings, "tags": [], "private": False}
            return json.dumps(info).encode(), {"Content-Type": "application/json"}
        name = path.partition(f"/me/tiny/resolve/{COMMIT}/")[2]
        if name not in files:
            return None, {}
        if with_body:
            self.fetched.append(name)
        return files[name], {"ETag": f'"{_etag(files[name])}"', "X-Repo-Commit": COMMIT}


def _etag(data: bytes) -> str:
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[str]:
    """The address of a hub that holds one tiny model, with files nobody should fetch."""
    Hub.root, Hub.fetched = knowing_all().written(tmp_path / "hub"), []
    (Hub.root / "pytorch_model.bin").write_bytes(b"pickle")
    (Hub.root / "modeling_evil.py").write_text("raise SystemExit", "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_only_what_is_read_is_fetched_and_only_once(hub: str, tmp_path: Path) -> None:
    folder = downloaded("me/tiny", tmp_path / "cache", endpoint=hub)
    assert sorted(Hub.fetched) == ["README.md", "config.json", "model.onnx", "tokenizer.json"]
    assert examined(folder).result.accuracy == 1
    assert downloaded("me/tiny", tmp_path / "cache", endpoint=hub) == folder and len(Hub.fetched) == 4


def test_a_model_that_is_not_there(hub: str, tmp_path: Path) -> None:
    with pytest.raises(PyojeongError, match="그런 모델이 없거나") as refused:
        downloaded("me/other", tmp_path, endpoint=hub)
    assert refused.value.kind == "hub" and "hf download me/other" in refused.value.korean


def test_a_model_without_onnx_is_not_fetched_at_all(hub: str, tmp_path: Path) -> None:
    (Hub.root / "model.onnx").unlink()
    with pytest.raises(PyojeongError, match="pyojeong-lab export classifier me/tiny"):
        downloaded("me/tiny", tmp_path, endpoint=hub)
    assert Hub.fetched == []


def test_a_name_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as refused:
        downloaded("no/--good..name", tmp_path)
    assert refused.value.kind == "hub"


def test_large_arrays_beside_the_graph_come_along() -> None:
    names = ["config.json", "vocab.txt", "onnx/model.onnx", "onnx/model.onnx_data", "onnx/model_q4.onnx", "a.py"]
    assert wanted_files(names, called="m") == ["config.json", "onnx/model.onnx", "onnx/model.onnx_data", "vocab.txt"]
    assert is_hub_id("owner/name.v2") and not is_hub_id("a/b/c") and not is_hub_id("../b")
