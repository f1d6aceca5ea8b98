"""The table of the studio's sentences: key → (Korean, English). Places in braces are filled by `Words`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.interfaces.web.faces.sentences import FACES_SENTENCES
from pyojeong.interfaces.web.paper.sentences import PAPER_SENTENCES
from pyojeong.interfaces.web.score.sentences import SCORE_SENTENCES
from pyojeong.interfaces.web.stickers.sentences import STICKER_SENTENCES
from pyojeong.interfaces.web.story.sentences import STORY_SENTENCES

#: The first is on the screen, and performed, when somebody comes for the first time.
SAMPLE_TEXTS: tuple[str, ...] = (
    "오늘 발표를 망쳐서 너무 속상해. 열심히 준비한 게 아까워서 자꾸 눈물이 났어. 그래도 친구가 있어서 다행이야.",
    "드디어 합격했어! 믿기지가 않아, 너무 행복해!",
    "또 약속을 어겼네. 진짜 화가 나서 말도 하기 싫다.",
    "밤길에 누가 자꾸 따라오는 것 같아서 무서웠어.",
)

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # frame
        "name": ("표정", "Pyojeong"),
        "tagline": ("글에 담긴 마음을, 내 얼굴로", "The feeling in your words, on your own face"),
        "studio": ("스튜디오", "Studio"),
        "pages": ("페이지", "Pages"),
        "skip": ("본문으로 바로 가기", "Skip to the studio"),
        "language": ("언어", "Language"),
        "theme": ("화면 밝기", "Theme"),
        "theme-auto": ("시스템 따라", "Follow the system"),
        "theme-light": ("밝게", "Light"),
        "theme-dark": ("어둡게", "Dark"),
        "privacy": ("사진과 글은 이 컴퓨터를 떠나지 않습니다", "Nothing leaves this computer"),
        "honesty": (
            "감정 읽기는 틀릴 수 있습니다. 여러분의 말이 먼저입니다. 사람을 평가하거나 진단하는 데 쓰지 마세요.",
            "Readings of feeling can be wrong; your own word comes first. Not for judging or diagnosing people.",
        ),
        "developers": ("개발자 문서", "API reference"),
        # writing
        "kinder-words": (
            "거친 말이 보여요({rude}). 조금 더 부드럽게 적어 볼까요? 이대로 두어도 됩니다.",
            "Some words are rough ({rude}). Would you say it more kindly? You may leave it as it is.",
        ),
        "kinder-tone": (
            "누군가에게 상처가 될 수 있는 말로 보여요. 조금 더 부드럽게 적어 볼까요? 이대로 두어도 됩니다.",
            "This may hurt someone. Would you say it more kindly? You may leave it as it is.",
        ),
        # an address without a page
        "lost-title": ("이 주소에는 페이지가 없습니다", "There is no page at this address"),
        "lost-hint": (
            "주소를 다시 살펴보거나, 위에서 갈 페이지를 골라 주세요.",
            "Check the address, or choose a page above.",
        ),
        "lost-back": ("스튜디오로 가기", "Go to the studio"),
        # stage
        "stage": ("사진", "Photo"),
        "upload": ("사진 열기", "Open a photo"),
        "camera": ("카메라", "Camera"),
        "sample": ("예시 인물", "Sample"),
        "sample-credit": (
            "예시 인물: 아일린 콜린스 (NASA, 퍼블릭 도메인)",
            "Sample: Eileen Collins (NASA, public domain)",
        ),
        "drop": ("여기에 놓으면 열립니다", "Drop it here to open"),
        "drop-hint": (
            "사진을 끌어다 놓거나 붙여 넣어도 됩니다. JPG · PNG · HEIC · WebP · AVIF",
            "You can also drop or paste a photo. JPG · PNG · HEIC · WebP · AVIF",
        ),
        "before": ("원본", "Original"),
        "after": ("표정", "Expression"),
        "hold": ("원본 보기", "Show original"),
        "hold-hint": ("누르고 있는 동안 원본이 보입니다", "Shows the original while pressed"),
        "compare": ("나란히 비교", "Compare"),
        "split": ("원본과 결과의 경계", "Border between original and result"),
        "zoom": ("확대", "Zoom"),
        "undo": ("되돌리기", "Undo"),
        "redo": ("다시 하기", "Redo"),
        "opening": ("사진을 여는 중", "Opening the photo"),
        "drawing": ("표정을 그리는 중", "Drawing the expression"),
        "face-number": ("얼굴 {number}", "Face {number}"),
        "face-largest": ("얼굴 {number} (가장 큰)", "Face {number} (largest)"),
        "faces-found": (
            "얼굴 {count}개를 찾았고 0이 가장 큽니다. 하나씩 눌러 고르면 저마다 다른 표정을 지을 수 있습니다.",
            "{count} faces found, 0 is the largest. Choose one by one; each may have its own expression.",
        ),
        "loupe": ("얼굴 크게 보기", "Close-ups of the face"),
        "size-kept": ("{width} × {height} 원본 크기 그대로", "{width} × {height}, original size kept"),
        "area-changed": ("바뀐 곳 {percent}%", "{percent}% changed"),
        "took": ("{milliseconds} ms", "{milliseconds} ms"),
        "unchanged": ("바뀐 곳 없음", "nothing changed"),
        "lost": ("서버와 연결이 끊겼습니다. 다시 시도해 주세요.", "The server could not be reached; try again."),
        "too-heavy": (
            "파일이 {limit} MB보다 큽니다. 더 작은 사진을 골라 주세요.",
            "The file is larger than {limit} MB; choose a smaller photo.",
        ),
        "ours": (
            "표정이 잘못해서 멈췄습니다. 다시 시도해 주세요. ({name})",
            "That was our mistake; please try again. ({name})",
        ),
        "busy": (
            "지금 하는 일이 끝나거나 멈춘 뒤에 다시 해 주세요.",
            "Something else is being done; try again when it has finished or was cancelled.",
        ),
        "title": ("제목", "Title"),
        "dismiss": ("알림 닫기", "Dismiss"),
        # camera
        "camera-title": ("카메라로 찍기", "Take a photo"),
        "camera-take": ("찍기", "Take it"),
        "camera-close": ("닫기", "Close"),
        "camera-refused": (
            "카메라 사용이 허락되지 않았습니다. 주소창의 자물쇠에서 카메라를 허용하거나 사진 파일을 열어 주세요.",
            "The camera was not allowed. Allow it beside the address bar, or open a photo instead.",
        ),
        "camera-absent": (
            "이 기기에서 카메라를 찾지 못했습니다. 사진 파일을 열어 주세요.",
            "No camera was found on this device; open a photo instead.",
        ),
        "camera-insecure": (
            "이 주소에서는 브라우저가 카메라를 막습니다. http://127.0.0.1 로 열거나 사진 파일을 열어 주세요.",
            "The browser blocks the camera at this address; use http://127.0.0.1 or open a photo.",
        ),
        # sentence
        "sentence-title": ("오늘의 마음을 적어 보세요", "Write how you feel"),
        "sentence-label": ("마음을 담은 글", "Your words"),
        "sentence-placeholder": (
            "예: 오늘 발표를 망쳐서 너무 속상해",
            "In Korean, e.g. 오늘 발표를 망쳐서 너무 속상해",
        ),
        "sentence-sample": ("다른 예문", "Another example"),
        "score-title": ("감정 악보", "Emotion score"),
        "score-hint": ("마디를 누르면 그 마음을 연기합니다", "Press a beat to perform it"),
        "score-empty": ("글을 적으면 마음의 마디가 여기에 나타납니다.", "Write something and its beats appear here."),
        "score-whole": ("글 전체", "Whole text"),
        "intensity": ("세기", "Strength"),
        "read-intensity": ("읽은 세기", "Intensity read"),
        "certainty": ("확신", "Certainty"),
        "unsure": ("모르겠어요", "Not sure"),
        "unsure-hint": (
            "어떤 마음인지 잘 모르겠어서 표정을 약하게 지었습니다. 아래에서 직접 골라 주세요.",
            "The feeling is not clear, so the face stays weak. Choose one below.",
        ),
        "named": ("읽힌 감정", "Feelings read"),
        "weak-feelings": (
            "댓글의 불안·당황은 잘 못 맞힙니다. 읽은 마음이 다르면 아래에서 직접 골라 주세요.",
            "Fear and embarrassment in comments are often missed. If the reading is wrong, choose the feeling below.",
        ),
        "decided": ("굵은 밑줄일수록 결정에 크게 작용한 말입니다", "The thicker the line, the more a word decided"),
        # feeling
        "feeling-title": ("표정", "Expression"),
        "from-text": ("글에서 읽은 마음", "Read in the text"),
        "own-choice": ("내가 고른 마음", "Your own choice"),
        "nothing-read": ("아직 없음", "Nothing yet"),
        "follows-text": ("글을 따릅니다", "Follows the text"),
        "by-hand": ("직접 만든 표정", "Made by hand"),
        "photo-itself": ("사진 그대로", "The photo as it is"),
        "at-rest": ("무표정", "Neutral"),
        "strength-shown": (
            "읽은 세기 {read} → 연기 {shown}. 절반만 움직인 얼굴은 무표정처럼 보여서 조금 더 크게 연기합니다.",
            "Intensity read {read} → performed {shown}. Half a movement looks like none, so faces do a little more.",
        ),
        "strength-unsure": (
            "읽은 세기 {read} → 연기 {shown}. 어떤 마음인지 잘 몰라서 약하게 연기합니다.",
            "Intensity read {read} → performed {shown}. The feeling is not clear, so the face stays weak.",
        ),
        "strength-own": (
            "읽은 세기 {read} → 직접 맞춘 연기 {shown}",
            "Intensity read {read} → performed {shown}, set by you",
        ),
        "follow-text": ("글을 따르기", "Follow the text"),
        "feelings": ("여덟 가지 감정", "Eight emotions"),
        "blend": ("섞을 감정", "Blend with"),
        "blend-none": ("섞지 않음", "No blend"),
        "blend-share": ("섞는 정도", "Share of the second"),
        "undo-title": ("사진 속 원래 표정", "The expression in the photo"),
        "undo-conflicts": ("부딪히는 것만 지우기", "Remove what conflicts"),
        "undo-all": ("무표정에서 시작", "Start from neutral"),
        "undo-nothing": ("그대로 두고 더하기", "Keep and add"),
        # details
        "details-title": ("자세히", "In detail"),
        "details-hint": (
            "얼굴의 움직임 52가지와 고개, 홍조를 하나씩 바꿉니다. 왼쪽과 오른쪽은 사진 속 사람 기준입니다.",
            "All 52 movements, the head and the blush. Left and right are the person's own.",
        ),
        "together": ("좌우를 함께 움직이기", "Move both sides together"),
        "reset": ("모두 0으로", "All to zero"),
        "mirror": ("좌우 바꾸기", "Mirror"),
        # finish
        "finish-title": ("마무리", "Finish"),
        "background": ("배경", "Background"),
        "background-keep": ("그대로", "Keep"),
        "background-none": ("투명", "None"),
        "background-colour": ("색", "Colour"),
        "colour": ("배경 색", "Background colour"),
        "mark": ("편집한 사진이라는 작은 표시", "Small mark that this is edited"),
        "mark-hint": (
            "표시를 꺼도 파일 정보(IPTC)에는 편집 사실이 남습니다.",
            "Even without it, the file's metadata (IPTC) says so.",
        ),
        "moving": ("움직임", "Moving"),
        "still": ("사진", "Still"),
        "download": ("내려받기", "Download"),
        "cancel": ("그만두기", "Cancel"),
        "making": ("{format} 만드는 중", "Making {format}"),
        "file-still": ("{photo}-{feeling}", "{photo}-{feeling}"),
        "file-moving": ("{photo}-{feeling}-움직임", "{photo}-{feeling}-moving"),
        "file-photo": ("사진", "photo"),
        "made": ("{format} 파일을 내려받았습니다.", "The {format} file was downloaded."),
        "cancelled": ("만들기를 그만두었습니다.", "Cancelled."),
        # recipe
        "recipe-title": ("편집 기록", "Edits"),
        "recipe-empty": ("아직 편집이 없습니다.", "No edits yet."),
        "recipe-save": ("기록 저장", "Save edits"),
        "recipe-load": ("기록 열기", "Load edits"),
        "recipe-face-missing": (
            "편집 기록은 얼굴 {wanted}까지 쓰는데 이 사진에는 얼굴 0–{last}만 있습니다. 같은 사진을 먼저 열어 주세요.",
            "The edits go up to face {wanted}, but this photo has only faces 0–{last}; open the same photo first.",
        ),
        "recipe-unreadable": (
            "편집 기록으로 읽을 수 없는 파일입니다. ‘기록 저장’으로 저장한 .json 파일을 골라 주세요.",
            "This file holds no edits; choose a .json file written by Save edits.",
        ),
        **SCORE_SENTENCES,
        **PAPER_SENTENCES,
        **FACES_SENTENCES,
        **STICKER_SENTENCES,
        **STORY_SENTENCES,
    }
)
