"""The sticker page asks the writer of the settings, and what it wrote is declared wherever it goes."""

from __future__ import annotations

import asyncio

from chat_service import Service

from pyojeong.interfaces.web.stickers.desk import StickerDesk
from pyojeong.interfaces.web.stickers.drafts import opened, written


def test_what_a_model_wrote_is_declared_until_a_person_writes_anew(chat: Service) -> None:
    desk = StickerDesk()
    try:
        asyncio.run(desk.make_plan(count=None))
        asyncio.run(desk.hear("오늘 드디어 퇴근이다"))
        assert desk.caption == "집이 나를 부른다" and desk.trouble is None
        again = StickerDesk()
        again.go_on(opened(written(desk.draft)))  # as after a reload
        for one in (desk, again):
            assert one.plan is not None
            numbers = [n for n, item in enumerate(one.plan.items, start=1) if item.moment == one.act]
            for number in numbers:
                one.drop(number)
            one.add_shown()
            assert one.plan.items[-1].text_model == "little"
            one.reword(len(one.plan.items), "내가 쓴 말")
            assert one.plan.items[-1].text_model is None
        again.close()
    finally:
        desk.close()


def test_a_writer_that_fails_is_told_and_the_bank_answers(chat: Service) -> None:
    chat.status = 500
    desk = StickerDesk()
    try:
        asyncio.run(desk.hear("오늘 드디어 퇴근이다"))
        assert desk.caption and not desk.models
        assert desk.trouble is not None and "little" in desk.trouble.korean
    finally:
        desk.close()
