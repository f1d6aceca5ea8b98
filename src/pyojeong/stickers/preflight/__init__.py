"""GATHERS: everything about a pack that a store or a friend would stumble over, before it is sent."""

from pyojeong.stickers.preflight.checking import check_pack
from pyojeong.stickers.preflight.finding import Finding, Report, Row, Said, Severity
from pyojeong.stickers.preflight.instruments import Instruments

__all__ = ["Finding", "Instruments", "Report", "Row", "Said", "Severity", "check_pack"]
