"""The sentences of the sticker page: key → (Korean, English)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

STICKER_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "stickers-page": ("이모티콘", "Stickers"),
        # stage
        "sticker-stage": ("무대", "Stage"),
        "sticker-picture": ("{name}: {act}. {caption}", "{name}: {act}. {caption}"),
        "sticker-feelings": ("감정", "Emotion"),
        "sticker-soft": ("살짝", "Softly"),
        "sticker-strong": ("아주", "Strongly"),
        "sticker-how-much": ("얼마나", "How much"),
        "sticker-gags": ("이 캐릭터만의 개그", "Its own gags"),
        "sticker-photo-face": ("사진 속 표정", "The face in the photo"),
        "sticker-moving": ("움직여 보기", "Let it move"),
        "sticker-night": ("어두운 대화방", "Dark chat"),
        "sticker-caption": ("글귀", "Caption"),
        "sticker-caption-hint": ("비우면 글귀 없이 그립니다", "Leave empty for none"),
        "sticker-voice": ("말투", "Manner"),
        "sticker-suggest": ("다른 글귀", "Other words"),
        "sticker-say": ("하고 싶은 말", "What you want to say"),
        "sticker-say-example": ("오늘 드디어 퇴근이다", "오늘 드디어 퇴근이다"),
        "sticker-say-go": ("어울리게", "Act it"),
        "sticker-moment": ("순간", "Moment"),
        "sticker-save": ("이 한 장 저장", "Save this one"),
        # who
        "sticker-who": ("누구로 그릴까요", "Who is it"),
        "sticker-photo": ("내 사진으로", "From my photo"),
        "sticker-photo-hint": (
            "사진은 이 컴퓨터에서만 살펴보고 남기지 않습니다. 짐작한 것은 아래에서 모두 고칠 수 있습니다.",
            "The photo is looked at on this computer only and not kept. Every guess can be changed below.",
        ),
        "sticker-meeting": ("사진에서 닮은 점을 찾는 중", "Looking for what is yours in the photo"),
        "sticker-largest": (
            "얼굴 {count}개 가운데 가장 큰 얼굴을 그렸습니다. 다른 사람이면 그 얼굴만 보이게 잘라 골라 주세요.",
            "Of {count} faces the largest was drawn. To draw somebody else, choose the photo cut down to that face.",
        ),
        "sticker-guess": ("{part}: ‘{guess}’(으)로 짐작했습니다. 아니라면:", "{part}: guessed {guess}. If not:"),
        "sticker-roll": ("우연에 맡기기", "Surprise me"),
        "sticker-rest": ("처음 모습", "As it comes"),
        "sticker-name": ("이름", "Name"),
        "sticker-save-character": ("캐릭터 저장", "Save character"),
        "sticker-load-character": ("캐릭터 열기", "Open character"),
        # shape
        "sticker-shape": ("다듬기", "Adjust"),
        "sticker-colours": ("색", "Colours"),
        "sticker-own-colour": ("다른 색 고르기", "Choose another colour"),
        "sticker-parts": ("모양", "Parts"),
        "sticker-sizes": ("크기와 비율", "Sizes"),
        "sticker-colour-named": ("{name} {colour}", "{name} {colour}"),
        # plan
        "sticker-plan": ("팩 계획", "Plan a pack"),
        "sticker-store": ("어디에 올릴까요", "Which store"),
        "sticker-wishes": ("어떤 팩인가요", "What kind of pack"),
        "sticker-wishes-example": ("회사원용, 퇴근 많이", "회사원용, 퇴근 많이"),
        "sticker-how-many": ("몇 장", "How many"),
        "sticker-undo-plan": ("계획 되돌리기", "Undo in the plan"),
        "sticker-redo-plan": ("계획 다시 하기", "Redo in the plan"),
        "sticker-unheard": ("알아듣지 못한 바람: {wishes}", "Wishes that were not understood: {wishes}"),
        "sticker-make-plan": ("계획 짜기", "Make a plan"),
        "sticker-other-plan": ("다시 짜기", "Another plan"),
        "sticker-planning": ("계획을 짜는 중", "Planning"),
        "sticker-author": ("작가 이름", "Author"),
        "sticker-item": ("{number}번 스티커, {moment}", "Sticker {number}, {moment}"),
        "sticker-item-moves": ("움직임", "moves"),
        "sticker-place": ("몇 번째로", "Move to place"),
        "sticker-earlier": ("앞으로", "Earlier"),
        "sticker-later": ("뒤로", "Later"),
        "sticker-drop": ("빼기", "Leave out"),
        "sticker-add": ("무대의 한 장 더하기", "Add the one on stage"),
        "sticker-count": ("{count}장 · {store}에는 {wanted}장", "{count} stickers · {store} takes {wanted}"),
        "sticker-save-plan": ("계획 저장", "Save plan"),
        "sticker-load-plan": ("계획 열기", "Open plan"),
        # draw
        "sticker-make": ("그리고 검진하기", "Draw and check"),
        "sticker-draw": ("팩 그리기", "Draw the pack"),
        "sticker-drawing": ("그리는 중 {percent}%", "Drawing {percent}%"),
        "sticker-checking": ("검진하는 중", "Checking"),
        "sticker-reading": ("읽는 중", "Reading"),
        "sticker-stopped": (
            "멈췄습니다. 팩 그리기를 다시 누르면 그린 데까지는 건너뜁니다.",
            "Stopped. Draw the pack again and it goes on where it was.",
        ),
        "sticker-changed": (
            "그리는 동안 계획이 바뀌었습니다. 다시 그려 주세요.",
            "The plan changed meanwhile; draw it again.",
        ),
        "sticker-done": ("다 그렸습니다.", "All drawn."),
        "sticker-passed": ("걸리는 곳이 없습니다.", "Nothing stands in the way."),
        "sticker-findings": (
            "고쳐야 할 것 {errors}가지, 살펴볼 것 {warnings}가지.",
            "{errors} to mend, {warnings} to look at.",
        ),
        "sticker-notes": ("알아둘 것 {count}가지는 검진표에 있습니다.", "{count} notes are in the report."),
        "sticker-mend": ("이렇게 고칩니다", "How to mend it"),
        "sticker-download": ("ZIP 내려받기", "Download ZIP"),
        "sticker-report": ("검진표 열기", "Open the report"),
        "sticker-files": ("{count}개 파일, 가장 큰 것 {kilobytes} kB", "{count} files, the largest {kilobytes} kB"),
        "sticker-declare": (
            "올리기 전에 (답은 ZIP 속 declaration.md에)",
            "Before you submit (answers in declaration.md in the ZIP)",
        ),
    }
)
