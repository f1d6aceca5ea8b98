"""Rude and abusive lines, found to be asked about, never to be shown."""

from pyojeong.reading.text.gate.gate import Gate, Verdict

__all__ = ["Gate", "Verdict"]
