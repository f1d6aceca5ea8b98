"""The frame around every page: header with the mark, pages, language and theme; footer with what we promise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fastapi import Response
from nicegui import app, ui
from nicegui.events import GenericEventArguments

from pyojeong.emotion import Emotion
from pyojeong.interfaces.palette import EMOTION_COLOURS
from pyojeong.interfaces.web.drawings import mark, sprite
from pyojeong.interfaces.web.fonts import FILES, web_font
from pyojeong.interfaces.web.markup import box, picture, set_attribute, text
from pyojeong.interfaces.web.preferences import LANGUAGE_COOKIE, THEME_COOKIE, Preferences, Theme
from pyojeong.interfaces.web.words import Language, Words

#: Pages in the order of the navigation: (address, key of the name).
PAGES: tuple[tuple[str, str], ...] = (
    ("/", "studio"),
    ("/score", "score-page"),
    ("/faces", "faces-page"),
    ("/paper", "paper-page"),
    ("/stickers", "stickers-page"),
    ("/story", "story-page"),
)
STATIC = Path(__file__).with_name("static")
_THEME_SIGNS = {Theme.AUTO: "sign-auto", Theme.LIGHT: "sign-sun", Theme.DARK: "sign-moon"}
_YEAR_SECONDS = 31_536_000

#: The browser itself keeps the promise that nothing leaves this computer. Vue compiles templates, hence unsafe-eval.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'self'"
)


def serve_files() -> None:
    """Make style sheet and fonts available; everything comes from this machine."""
    app.add_static_files("/studio/static", STATIC)

    @app.get("/studio/fonts/{name}", include_in_schema=False)
    def font(name: str) -> Response:
        if name not in FILES:
            return Response(status_code=404)
        return Response(web_font(name), media_type="font/ttf", headers={"Cache-Control": f"max-age={_YEAR_SECONDS}"})


class Frame:
    """One page in its frame; built anew, in place, when the language changes.

    Args:
        address: Which of `PAGES` it is.
        preferences: The visitor's.
        build: Fills the page's ``<main>`` in the words it is given.
        style: The page's own sheet in ``static/``, beside the studio's.
    """

    def __init__(
        self, address: str, preferences: Preferences, build: Callable[[Words], None], *, style: str = ""
    ) -> None:
        self._address = address
        self._preferences = preferences
        self._build = build
        _add_head(preferences, style)
        self._root = box("div", "frame")
        self._show()

    def _show(self) -> None:
        words = Words(self._preferences.language)
        self._root.clear()
        with self._root:
            text("a", words("skip"), "skip", href="#studio")
            self._header(words)
            with box("main", id="studio", tabindex="-1"):
                text("h1", f"{words('name')}: {words('tagline')}", "unseen")
                self._build(words)
            _footer(words)
        # Quasar writes the language of its own texts into the page when it starts; ours has the last word.
        title = " · ".join(words(key) for key in ("name", *(key for place, key in PAGES if place == self._address)))
        self._root.client.run_javascript(
            f"document.documentElement.lang='{words.language.value}'; document.title='{title}';window.pyojeongHere()"
        )

    def _header(self, words: Words) -> None:
        with box("header", "header"):
            with box("a", "brand", href="/", aria_label=words("name")):
                ui.html(mark(), sanitize=False, tag="span")
                text("span", words("name"), "brand-name")
            with box("nav", "pages", aria_label=words("pages")):
                for address, key in PAGES:
                    link = text("a", words(key), href=address)
                    set_attribute(link, "aria-current", "page" if address == self._address else False)
            with box("p", "privacy", title=words("privacy")):
                picture("sign-lock")
                text("span", words("privacy"))
            with box("div", "switches"):
                self._languages(words)
                self._themes(words)

    def _languages(self, words: Words) -> None:
        with box("div", "segments", role="group", aria_label=words("language")):
            for language, name in ((Language.KOREAN, "한국어"), (Language.ENGLISH, "English")):
                pressed = str(language is words.language).lower()
                option = text("button", name, type="button", lang=language.value, aria_pressed=pressed)
                option.on("click", lambda _, chosen=language: self._speak(chosen), [])

    def _themes(self, words: Words) -> None:
        """Three buttons; the change itself happens in the browser, the server only remembers it."""
        with box("div", "segments signs", role="group", aria_label=words("theme")):
            for theme, sign in _THEME_SIGNS.items():
                label = words(f"theme-{theme.value}")
                pressed = str(theme is self._preferences.theme).lower()
                option = box("button", type="button", aria_label=label, title=label, aria_pressed=pressed)
                option.props["data-theme"] = theme.value
                option.on("click", self._shade, js_handler=f"() => emit(window.pyojeongTheme('{theme.value}'))")
                with option:
                    picture(sign)

    def _shade(self, event: GenericEventArguments) -> None:
        self._preferences = replace(self._preferences, theme=Theme(event.args))

    def _speak(self, language: Language) -> None:
        self._preferences = replace(self._preferences, language=language)
        self._show()
        self._root.client.run_javascript(  # the button that was pressed is gone, and its client with it
            f"document.cookie='{LANGUAGE_COOKIE}={language.value};path=/;max-age={_YEAR_SECONDS};samesite=lax';"
            f"document.querySelector('.switches [lang={language.value}]').focus()"
        )


def _footer(words: Words) -> None:
    with box("footer", "footer"):
        text("p", words("honesty"))
        text("p", words("sample-credit"))
        text("a", words("developers"), href="/api/docs")


def _sheet(name: str) -> str:
    return f'<link rel="stylesheet" href="{_static(name)}">'


def _static(name: str) -> str:
    stamp = int((STATIC / name).stat().st_mtime)  # a browser keeps what has the same address
    return f"/studio/static/{name}?{stamp}"


def _add_head(preferences: Preferences, style: str) -> None:
    colours = "".join(f"--{emotion}:{EMOTION_COLOURS[emotion]};" for emotion in Emotion)
    ui.add_head_html(
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<style>:root{{{colours}}}</style>"
        + _sheet("studio.css")
        + (_sheet(style) if style else "")
        + f'<script src="{_static("focus.js")}" defer></script>'
        + "<script>(() => { const root = document.documentElement;"
        f"root.lang = '{preferences.language.value}'; root.dataset.theme = '{preferences.theme.value}';"
        "window.pyojeongTheme = (theme) => { root.dataset.theme = theme;"
        f"document.cookie = `{THEME_COOKIE}=${{theme}};path=/;max-age={_YEAR_SECONDS};samesite=lax`;"
        "for (const b of document.querySelectorAll('[data-theme][aria-pressed]'))"
        " b.setAttribute('aria-pressed', String(b.dataset.theme === theme));"
        "return theme; };"
        # Where the navigation does not fit, the page that is shown stays in its middle; at its ends nothing moves.
        "window.pyojeongHere = () => { const nav = document.querySelector('.pages');"
        "const here = nav?.querySelector('[aria-current]');"
        "if (here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2; };"
        "addEventListener('resize', window.pyojeongHere); document.fonts.ready.then(() => window.pyojeongHere());"
        "})()</script>"
    )
    ui.add_body_html(sprite())
