"""The few HTML elements the pages are built of, as NiceGUI elements with our own classes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from pyojeong.interfaces.web.drawings import drawing

Action = Callable[[], object] | Callable[[], Awaitable[None]]


def box(tag: str, css: str = "", **attributes: str) -> Element:
    """An element without text; attributes are written with underscores for dashes, e.g. ``aria_label``."""
    return _dressed(ui.element(tag), css, attributes)


def text(tag: str, words: str, css: str = "", **attributes: str) -> TextElement:
    """An element with text; `set_text` changes it."""
    element = TextElement(tag=tag, text=words)
    _dressed(element, css, attributes)
    return element


def picture(name: str) -> None:
    """One drawing of the sprite."""
    ui.html(drawing(name), sanitize=False, tag="span").classes("drawn")


def button(words: str, action: Action, css: str = "tool", *, sign: str | None = None, **attributes: str) -> Element:
    """A button with a drawing, words, or both."""
    made = box("button", css, type="button", **attributes).on("click", action, [])
    with made:
        if sign is not None:
            picture(sign)
        text("span", words)
    return made


def file_button(words: str, accept: str) -> Element:
    """A button that lets a person choose a file, as the input in it, whose ``change`` says that they did."""
    with box("label", "tool"):
        picture("sign-open")
        text("span", words)
        return box("input", "unseen", type="file", accept=accept, aria_label=words)


def set_attribute(element: Element, name: str, value: str | bool) -> None:
    """Change one attribute; a False one is taken away."""
    if value is False:
        element.props.pop(name, None)
    elif element.props.get(name) != value:
        element.props[name] = value


def _dressed(element: Element, css: str, attributes: dict[str, str]) -> Element:
    element.classes(css)
    for name, value in attributes.items():
        element.props[name.rstrip("_").replace("_", "-")] = value
    return element
