"""An avatar's file in three.js, as NiceGUI brings it, in a real browser: its movements move."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nicegui
import pytest

from pyojeong.interfaces.avatars import avatar_of, save_avatar
from pyojeong.interfaces.python import sample_portrait
from pyojeong.media.opening import open_image
from visiting import Visitor

pytestmark = pytest.mark.browser

THREE = Path(str(nicegui.__file__)).parent / "elements" / "scene" / "dist" / "index.js"
PAGE = """<!doctype html><title>avatar</title><canvas id=c width=240 height=280></canvas><script type=module>
import {THREE, GLTFLoader} from './three.js';
const renderer = new THREE.WebGLRenderer({canvas: document.getElementById('c'), preserveDrawingBuffer: true});
const scene = new THREE.Scene(); scene.background = new THREE.Color(0.9, 0.9, 0.9);
scene.add(new THREE.HemisphereLight(0xffffff, 0x888888, 3));
const camera = new THREE.PerspectiveCamera(20, 240 / 280, 0.1, 5); camera.position.set(0, 0, 0.95);
new GLTFLoader().load('./me.glb', (file) => {
  scene.add(file.scene);
  window.show = (weights) => {
    file.scene.traverse((part) => {
      if (!part.morphTargetInfluences) return;
      part.morphTargetInfluences.fill(0);
      for (const [name, value] of Object.entries(weights)) {
        part.morphTargetInfluences[part.morphTargetDictionary[name]] = value;
      }
    });
    renderer.render(scene, camera);
    const gl = renderer.getContext(), pixels = new Uint8Array(240 * 280 * 4);
    gl.readPixels(0, 0, 240, 280, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return pixels;
  };
  window.ready = true;
}, undefined, (error) => { window.failure = String(error); });
window.changed = (weights) => {
  const still = window.show({}), moved = window.show(weights), rows = [];
  for (let i = 0; i < still.length; i += 4) if (Math.abs(still[i] - moved[i]) > 16) rows.push(280 - (i / 4 / 240 | 0));
  rows.sort((a, b) => a - b);
  return {count: rows.length, middle: rows[rows.length >> 1] / 280};
};
</script>"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "page"
    folder.mkdir()
    shutil.copy(THREE, folder / "three.js")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    save_avatar(avatar_of(open_image(sample_portrait())), folder / "me.glb")
    handler = functools.partial(_Silent, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    server.server_close()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nothing."""


def test_three_js_plays_the_movements(address: str, chromium_3d: Any) -> None:
    visitor = Visitor(chromium_3d)
    chromium_3d.get(address)
    visitor.until(lambda: visitor.run("return window.ready || window.failure"))
    assert visitor.run("return window.failure || null") is None
    jaw, blink, said, nothing = (
        visitor.run(f"return window.changed({weights})")
        for weights in ("{jawOpen: 1}", "{eyeBlinkLeft: 1, eyeBlinkRight: 1}", "{viseme_aa: 1}", "{}")
    )
    assert nothing["count"] == 0
    assert jaw["count"] > 300
    assert said["count"] > 150
    assert blink["count"] > 30
    assert blink["middle"] < jaw["middle"] - 0.08
