"""The plan of a pack: which store, how many, what kind; its title and author; its files."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.web.handlers import DOCUMENT, JSON_FILES, VALUE
from pyojeong.interfaces.web.markup import box, button, file_button, set_attribute, text
from pyojeong.interfaces.web.stickers.components import Field
from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.pack_desk import LONGEST_CAPTION, LONGEST_WISHES
from pyojeong.interfaces.web.stickers.panels.cards import PlanCards
from pyojeong.interfaces.web.studio.panels.writing import kinder_words
from pyojeong.interfaces.web.words import Words
from pyojeong.stickers import planning
from pyojeong.stickers.planning import PackPlan
from pyojeong.stickers.stores import find_store, known_stores


class PlanningPanel:
    """The panel 팩 계획."""

    def __init__(self, desk: StickerDesk, words: Words, address: str) -> None:
        self._desk, self._words, self._counts_of = desk, words, ""
        with box("section", "panel", aria_labelledby="sticker-plan-title"):
            with box("div", "panel-head"):
                text("h2", words("sticker-plan"), id="sticker-plan-title")
                with box("div", "row"):
                    self._undo = self._step("sticker-undo-plan", "sign-undo", desk.undo_plan)
                    self._redo = self._step("sticker-redo-plan", "sign-redo", desk.redo_plan)
            self._wish()
            self._unheard = text("p", "", "hint", role="status")
            with box("div", "sticker-named"):
                self._title = self._named("title", lambda title: self._name(title=title))
                self._author = self._named("sticker-author", lambda author: self._name(author=author))
            self._count = text("p", "", "sticker-counted", role="status")
            self._kinder = text("p", "", "hint kinder", role="status")
            PlanCards(desk, words, address)
            with box("div", "row"):
                self._add = button(words("sticker-add"), desk.add_shown, sign="sign-plus")
                self._save = button(words("sticker-save-plan"), self._save_plan, sign="sign-save")
                chosen = file_button(words("sticker-load-plan"), JSON_FILES)
                chosen.on("change", self._load_plan, js_handler=DOCUMENT)
        desk.watch(self.follow)
        self.follow()

    def _step(self, key: str, sign: str, act: Callable[[], None]) -> Element:
        return button("", act, "tool bare", sign=sign, aria_label=self._words(key), title=self._words(key))

    def _wish(self) -> None:
        words, desk = self._words, self._desk
        with box("form", "sticker-wish").on("submit.prevent", desk.plan_anew, []):
            with box("label", "field"):
                text("span", words("sticker-store"))
                with box("select") as self._store:
                    for store in known_stores().values():
                        text("option", words.name(store), value=store.name)
            self._store.on("change", lambda event: desk.sell_to(str(event.args)), js_handler=VALUE)
            with box("label", "field sticker-how-many"):
                text("span", words("sticker-how-many"))
                self._wanted = box("select").on("change", self._want, js_handler=VALUE)
            with box("label", "field sticker-kind"):
                text("span", words("sticker-wishes"))
                self._wishes = Field(
                    desk.wish, maxlength=str(LONGEST_WISHES), placeholder=words("sticker-wishes-example")
                )
            with box("button", "tool primary", type="submit") as self._go:
                self._go_words = text("span", words("sticker-make-plan"))

    def _named(self, key: str, take: Callable[[str], None]) -> Field:
        with box("label", "field"):
            text("span", self._words(key))
            return Field(take, maxlength=str(LONGEST_CAPTION))

    def _name(self, *, title: str | None = None, author: str | None = None) -> None:
        plan = self._desk.plan
        if plan is not None:
            self._desk.name_pack(plan.title if title is None else title, plan.author if author is None else author)

    def _want(self, event: GenericEventArguments) -> None:
        self._desk.want(int(event.args))

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
        _enable(self._undo, desk.plans.undoable)
        _enable(self._redo, desk.plans.redoable)
        set_attribute(self._store, "value", desk.store)
        self._follow_counts()
        self._wishes.show(desk.wishes)
        _enable(self._go, desk.work is None)
        self._go_words.set_text(self._words("sticker-make-plan" if plan is None else "sticker-other-plan"))
        _enable(self._add, desk.addable)
        for made in (self._title, self._author, self._save):
            _enable(made, plan is not None)
        self._title.show("" if plan is None else plan.title)
        self._author.show("" if plan is None else plan.author)
        unheard = ", ".join(desk.unheard)
        told = [self._words("sticker-unheard", wishes=unheard)] if unheard else []
        self._unheard.set_text(" ".join([*told, *(self._words.either(short) for short in desk.short)]))
        self._kinder.set_text("" if plan is None else kinder_captions(plan, self._words))
        self._kinder.set_visibility(bool(self._kinder.text))
        self._count.set_text("" if plan is None else self._counted(plan))
        fits = plan is None or plan.rules.counts.allows(len(plan.items))
        self._count.classes(add=None if fits else "wrong", remove="wrong" if fits else None)

    def _follow_counts(self) -> None:
        counts = find_store(self._desk.store).counts
        if str(counts) != self._counts_of:
            self._counts_of = str(counts)
            self._wanted.clear()
            with self._wanted:
                for count in counts.choices:
                    text("option", str(count), value=str(count))
        set_attribute(self._wanted, "value", str(self._desk.wanted))
        _enable(self._wanted, len(counts.choices) > 1)

    def _counted(self, plan: PackPlan) -> str:
        store = find_store(plan.store)
        return self._words("sticker-count", count=len(plan.items), store=self._words.name(store), wanted=store.counts)


def kinder_captions(plan: PackPlan, words: Words) -> str:
    """What asks to say captions more kindly, each with its number; empty when there is nothing to ask."""
    said = [(number, _asked(item.caption, words)) for number, item in enumerate(plan.items, start=1)]
    return " ".join(f"{number}: {asked}" for number, asked in said if asked)


@lru_cache(maxsize=512)
def _asked(caption: str, words: Words) -> str:
    """As `kinder_words`; a plan is looked through at every change."""
    return kinder_words(caption, words)


def _enable(made: Element, can: bool) -> None:
    set_attribute(made, "disabled", False if can else "true")
