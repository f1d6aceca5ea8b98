"""Pages: photographed or scanned writing becomes lines of text; web pages become pictures."""

from pyojeong.reading.page.page import Line, Page, Word

__all__ = ["Line", "Page", "Word"]
