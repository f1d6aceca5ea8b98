"""The plan of a pack: which store, which moments, which words."""

from __future__ import annotations

import hashlib

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.handlers import DOCUMENT, JSON_FILES, VALUE, written_in
from pyojeong.interfaces.web.markup import box, button, file_button, set_attribute, text
from pyojeong.interfaces.web.notice import Notice
from pyojeong.interfaces.web.stickers.desk import LONGEST_CAPTION, LONGEST_WISHES, StickerDesk
from pyojeong.interfaces.web.stickers.naming import act_name
from pyojeong.interfaces.web.stickers.panels.stage import moment_options
from pyojeong.interfaces.web.stickers.scene import Scene
from pyojeong.interfaces.web.words import Language, Words
from pyojeong.stickers import planning
from pyojeong.stickers.planning import PackPlan
from pyojeong.stickers.stores import find_store, known_stores


class PlanningPanel:
    """The panel 팩 계획."""

    def __init__(self, desk: StickerDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._address = desk, words, address
        self._shown: PackPlan | None = None
        self._seed, self._wishes = 0, ""
        with box("section", "panel", aria_labelledby="sticker-plan-title"):
            text("h2", words("sticker-plan"), id="sticker-plan-title")
            self._wish()
            Notice(desk, words)
            self._unheard = text("p", "", "hint", role="status")
            self._title = self._named("sticker-title", lambda title: self._name(title=title))
            self._author = self._named("sticker-author", lambda author: self._name(author=author))
            self._count = text("p", "", "facts")
            self._list = box("ol", "plan")
            with box("div", "row"):
                self._add = button(words("sticker-add"), desk.add_shown, sign="sign-plus")
                self._save = button(words("sticker-save-plan"), self._save_plan, sign="sign-save")
                chosen = file_button(words("sticker-load-plan"), JSON_FILES)
                chosen.on("change", self._load_plan, js_handler=DOCUMENT)
        desk.watch(self.follow)
        self.follow()

    def _wish(self) -> None:
        words, korean = self._words, self._words.language is Language.KOREAN
        with box("form", "sticker-wish").on("submit.prevent", self._plan, js_handler=written_in("wishes")):
            with box("label", "field"):
                text("span", words("sticker-store"))
                with box("select") as self._store:
                    for store in known_stores().values():
                        text("option", store.korean if korean else store.english, value=store.name)
            self._store.on("change", lambda event: self._desk.sell_to(str(event.args)), js_handler=VALUE)
            with box("label", "field"):
                text("span", words("sticker-wishes"))
                box("input", name="wishes", maxlength=str(LONGEST_WISHES), placeholder=words("sticker-wishes-example"),
                    value=self._desk.wishes)  # fmt: skip
            with box("button", "tool primary", type="submit") as self._go:
                self._go_words = text("span", words("sticker-make-plan"))

    def _named(self, key: str, take: object) -> Element:
        with box("label", "field"):
            text("span", self._words(key))
            made = box("input", maxlength=str(LONGEST_CAPTION))
        return made.on("change", lambda event: take(str(event.args)), js_handler=VALUE)  # type: ignore[operator]

    def _name(self, *, title: str | None = None, author: str | None = None) -> None:
        plan = self._desk.plan
        if plan is not None:
            self._desk.name_pack(plan.title if title is None else title, plan.author if author is None else author)

    async def _plan(self, event: GenericEventArguments) -> None:
        wishes = str(event.args or "")
        self._seed = self._seed + 1 if self._desk.plan is not None and wishes == self._wishes else 0
        self._wishes = wishes
        await self._desk.make_plan(wishes=wishes, seed=self._seed)

    def _save_plan(self) -> None:
        if self._desk.plan is not None:
            ui.download.content(planning.dumps(self._desk.plan), "pyojeong-plan.json", "application/json")

    def _load_plan(self, event: GenericEventArguments) -> None:
        try:
            self._desk.take_plan(planning.loads(str(event.args)))
        except PyojeongError as broken:
            self._desk.fail(broken)

    def follow(self) -> None:
        """Show the plan."""
        desk, plan = self._desk, self._desk.plan
        set_attribute(self._store, "value", desk.store)
        set_attribute(self._go, "disabled", False if desk.work is None else "true")
        self._go_words.set_text(self._words("sticker-make-plan" if plan is None else "sticker-other-plan"))
        set_attribute(self._add, "disabled", False if desk.addable else "true")
        for made in (self._title, self._author, self._save):
            set_attribute(made, "disabled", False if plan is not None else "true")
        if plan is not None:
            set_attribute(self._title, "value", plan.title)
            set_attribute(self._author, "value", plan.author)
        unheard = ", ".join(desk.unheard)
        self._unheard.set_text(self._words("sticker-unheard", wishes=unheard) if unheard else "")
        self._count.set_text("" if plan is None else self._counted(plan))
        if plan is not self._shown:
            self._shown = plan
            self._list.clear()
            with self._list:
                for number in range(1, 1 + len(plan.items if plan is not None else ())):
                    self._item(number)

    def _counted(self, plan: PackPlan) -> str:
        store = find_store(plan.store)
        name = store.korean if self._words.language is Language.KOREAN else store.english
        return self._words("sticker-count", count=len(plan.items), store=name, wanted=store.counts)

    def _item(self, number: int) -> None:
        desk, words, plan = self._desk, self._words, self._desk.plan
        assert plan is not None
        item, shown = plan.items[number - 1], desk.item_scene(number)
        name = act_name(Scene(shown.character, shown.act), words)
        mark = hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
        with box("li", "plan-item", aria_label=words("sticker-item", number=number, moment=name)):
            with box("button", "plan-picture", type="button", title=name) as show:
                box("img", src=f"{self._address}/items/{number}.png?{mark}", alt=name, loading="lazy",
                    width="180", height="180")  # fmt: skip
                if plan.moves(number):
                    text("i", words("sticker-item-moves"), "plan-moves")
            show.on("click", lambda: desk.play(item.moment, caption=item.caption), [])
            caption = box("input", maxlength=str(LONGEST_CAPTION), value=item.caption,
                          aria_label=f"{name}: {words('sticker-caption')}")  # fmt: skip
            caption.on("change", lambda event: desk.reword(number, str(event.args)), js_handler=VALUE)
            with box("select", aria_label=f"{number}: {words('sticker-moment')}") as moment:
                moment_options(words)
            set_attribute(moment, "value", item.moment)
            moment.on("change", lambda event: desk.exchange(number, str(event.args)), js_handler=VALUE)
            with box("div", "plan-tools"):
                text("b", str(number), "plan-number")
                for key, sign, act in (
                    ("sticker-earlier", "sign-before", lambda: desk.shift(number, -1)),
                    ("sticker-later", "sign-after", lambda: desk.shift(number, 1)),
                    ("sticker-drop", "sign-close", lambda: desk.drop(number)),
                ):
                    button("", act, "tool bare", sign=sign, aria_label=f"{number}: {words(key)}", title=words(key))
