"""The parts of the page 얼굴 읽기."""
