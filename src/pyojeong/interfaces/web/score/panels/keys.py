"""What the keyboard does on the score page."""

from __future__ import annotations

from pyojeong.interfaces.web.markup import box, text
from pyojeong.interfaces.web.words import Words

#: Keys → the sentence that says what they do.
KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("←", "→"), "key-arrows"),
    (("1", "…", "8"), "key-numbers"),
    (("+", "−"), "key-strength"),
    (("Shift", "← →"), "key-cursor"),
    (("Enter",), "beat-split"),
    (("M",), "key-merge"),
    (("R",), "beat-reread"),
    (("Ctrl/⌘", "Z"), "key-undo"),
)


class KeysPanel:
    """A folded list; it follows nothing."""

    def __init__(self, words: Words) -> None:
        with box("details", "panel score-keys"):
            text("summary", words("keys-title"))
            with box("dl", "keys"):
                for keys, sentence in KEYS:
                    with box("div"):
                        with box("dt"):
                            for key in keys:
                                text("kbd" if key != "…" else "span", key)
                        text("dd", words(sentence))
