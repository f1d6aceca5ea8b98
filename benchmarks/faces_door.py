"""Frames of a webcam from door to door: posted over HTTP one after another, as the studio's page posts them.

    python -m benchmarks.faces_door [--frames 300]

The server runs in this process and reads as the studio does; another process posts 480-pixel JPEG frames of the sample
portrait, swaying, and waits for each answer before the next. Beside the rate stands the processor time the server
needed for a frame: on a machine that does other work too, the rate says more about that work.
"""

from __future__ import annotations

import argparse
import multiprocessing
import socket
import threading
import time
import urllib.request

import numpy as np

import pyojeong

FRAME_WH = (480, 360)
FRAMES, WARM_UP = 30, 20
PATIENCE_SECONDS = 120.0
"""The first frame also waits for the models."""


def frames() -> list[bytes]:
    """JPEG files of one face of about 160 pixels that sways."""
    import cv2

    portrait = pyojeong.open_image(pyojeong.sample_portrait()).rgb[:, :, ::-1]
    films = []
    for step in range(FRAMES):
        sway = 15 * np.sin(2 * np.pi * step / FRAMES)
        moved = cv2.warpAffine(portrait, np.array([[1.6, 0, -120 + sway], [0, 1.6, -20]]), FRAME_WH)
        films.append(cv2.imencode(".jpg", moved, [cv2.IMWRITE_JPEG_QUALITY, 80])[1].tobytes())
    return films


def posted(address: str, count: int) -> tuple[int, float]:
    """In how many of ``count`` frames the answer told a face, and the seconds they took."""
    films, met = frames(), 0
    begun = time.perf_counter()
    for number in range(count):
        asked = urllib.request.Request(address, films[number % FRAMES], {"Content-Type": "image/jpeg"})
        with urllib.request.urlopen(asked, timeout=PATIENCE_SECONDS) as answer:
            met += b'"leading"' in answer.read()
    return met, time.perf_counter() - begun


def served() -> str:
    """The address frames are posted to, of a server that runs in a thread of this process."""
    import uvicorn

    from pyojeong.interfaces.web.app import create_app
    from pyojeong.interfaces.web.faces.page import PREFIX, opened_desk
    from pyojeong.interfaces.web.words import Language, Words

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(), host="127.0.0.1", port=port, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.1)
    key, desk = opened_desk(Words(Language.KOREAN))
    desk.start_live()
    return f"http://127.0.0.1:{port}{PREFIX}/{key}/frame"


def main() -> None:
    """Print frames a second and processor time a frame."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--frames", type=int, default=300)
    given = wanted.parse_args()
    address = served()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(posted, (address, WARM_UP))
        before = time.process_time()
        met, seconds = pool.apply(posted, (address, given.frames))
    used = 1000 * (time.process_time() - before) / given.frames
    print(f"{given.frames} frames in {seconds:.1f} s: {given.frames / seconds:.1f} a second, a face in {met}")
    print(f"processor time of the server: {used:.1f} ms a frame, {1000 / used:.1f} faces a second and core")


if __name__ == "__main__":
    main()
