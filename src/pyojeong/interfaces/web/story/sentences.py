"""The sentences of the page 동화: key → (Korean, English)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

STORY_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "story-page": ("동화", "Story film"),
        # tale
        "story-tale": ("이야기", "The tale"),
        "story-tale-hint": (
            "동화를 붙여 넣거나 열어 주세요. 누가 말하는지 찾고, 줄마다 마음을 읽어 영화로 만듭니다.",
            "Paste or open a tale in Korean. Who speaks is found, each line's feeling is read, and it becomes a film.",
        ),
        "story-placeholder": ("옛날 옛적에 …", "옛날 옛적에 …"),
        "story-text": ("동화의 글", "Text of the tale"),
        "story-read": ("이 글로 시작하기", "Begin with this text"),
        "story-open": ("파일 열기 (txt, pdf, docx, 악보)", "Open a file (txt, pdf, docx, score)"),
        "story-samples": ("함께 온 동화로", "A tale that came along"),
        "story-own": ("내 글로", "Your own"),
        "story-minutes": ("약 {minutes}분", "about {minutes} min"),
        "story-untitled": ("제목 없는 이야기 · 줄 {lines}개", "untitled · {lines} lines"),
        "story-reading": ("이야기를 읽는 중", "Reading the tale"),
        "story-empty": (
            "읽을 글이 없습니다. 한 문장이라도 적어 주세요.",
            "There is nothing to read; write a sentence.",
        ),
        "story-counted": ("줄 {lines}개 · 배역 {roles}명", "{lines} lines · {roles} roles"),
        # cast
        "story-cast": ("배역", "Cast"),
        "story-narrator": ("해설", "Narrator"),
        "story-unseen": ("목소리만 나옵니다", "Heard, not seen"),
        "story-change": ("누가 맡을까요", "Who plays it"),
        "story-stand-in": ("{note}. 다른 그림이나 사진으로 바꿀 수 있습니다.", "{note}; choose another, or a photo."),
        "story-photo": ("사진으로", "A photo"),
        "story-avatar": ("3D 머리 (사진·GLB)", "A 3D head (photo, GLB)"),
        "story-head-save": ("3D 머리 저장", "Save the 3D head"),
        "story-building": ("사진으로 3D 머리를 만드는 중", "Building a 3D head of the photo"),
        "story-character": ("캐릭터 파일", "Character file"),
        "story-borrow": ("이모티콘의 캐릭터", "My sticker character"),
        "story-photo-hint": (
            "사진은 이 컴퓨터의 이 창 몫 폴더에만 두고, 창을 닫고 1분 뒤에 그 얼굴을 그린 장면과 함께 지웁니다.",
            "Photos stay on this computer in a folder of this tab, and are erased a minute after it closes, "
            "with every scene drawn of that face.",
        ),
        "story-voice": ("목소리", "Voice"),
        "story-pitch": ("높낮이", "Pitch"),
        "story-pace": ("빠르기", "Pace"),
        "story-hear": ("{role} 목소리 듣기", "Hear {role}"),
        "story-meeting": ("배역을 살펴보는 중", "Looking at who was brought"),
        "story-largest": (
            "여러 얼굴 가운데 가장 큰 얼굴이 배역을 맡았습니다.",
            "Of several faces the largest took the part.",
        ),
        "story-cast-save": ("배역표 저장", "Save cast"),
        "story-cast-open": ("배역표 열기", "Open cast"),
        "story-undo-cast": ("배역 되돌리기", "Undo in the cast"),
        "story-redo-cast": ("배역 다시 하기", "Redo in the cast"),
        "story-cast-files": (
            "배역표의 파일은 따로 올려야 합니다: {files}. 그 배역은 전에 맡던 대로 두었습니다.",
            "Files of the cast have to be brought here: {files}. Those roles stay as they were.",
        ),
        "story-range": (
            "높낮이는 -12–12, 빠르기는 0.5–2 사이입니다.",
            "Pitch lies within ±12 and pace within 0.5–2.",
        ),
        "story-gone": (
            "올렸던 사진과 파일은 지워져서, 그 배역은 그림 캐릭터가 맡았습니다.",
            "Photos and files brought before are erased; drawn characters took those roles.",
        ),
        # lines
        "story-lines": ("줄", "Lines"),
        "story-lines-hint": (
            "말하는 이와 마음을 고치면 그 장면과 그 영향을 받는 장면만 다시 그립니다. "
            "↑↓ 고르기, 1–8 마음, 스페이스 듣기.",
            "Change who speaks or how; only that scene and those it touches are drawn again. "
            "↑↓ choose, 1–8 feeling, space listens.",
        ),
        "story-listen-line": ("듣기: 줄", "Listen: line"),
        "story-no-line": ("그런 줄이 없습니다.", "There is no such line."),
        "story-silent-line": ("이 줄에는 소리 낼 말이 없습니다.", "There is nothing to say in this line."),
        "story-in-score": ("감정 악보에서 열기", "Open in the emotion score"),
        # looking
        "story-look": ("미리 보기", "Preview"),
        "story-look-which": ("무엇을 볼까요", "What to look at"),
        "story-play": ("여기부터 들으며 보기", "Play from here"),
        "story-pause": ("멈추기", "Pause"),
        "story-scene": ("장면", "Scene"),
        "story-moment": ("영화의 어느 때", "Moment of the film"),
        "story-scenes": ("장면", "Scenes"),
        "story-still-alt": ("영화의 한 장면", "A moment of the film"),
        "story-still-waiting": ("목소리를 맞추고 나면 여기에 보입니다", "It appears here once the lines are said"),
        "story-still-drawing": ("장면을 그리는 중", "Drawing the scene"),
        "story-staging": ("목소리를 맞추는 중 {done}/{whole}", "Saying the lines {done}/{whole}"),
        "story-not-staged": ("아직 장면이 준비되지 않았습니다.", "The scenes are not ready yet."),
        # film
        "story-film": ("영화", "Film"),
        "story-shape": ("화면", "Shape"),
        "story-shape-wide": ("16:9 가로", "16:9 wide"),
        "story-shape-tall": ("9:16 세로", "9:16 tall"),
        "story-shape-square": ("1:1 네모", "1:1 square"),
        "story-height": ("크기", "Size"),
        "story-rate": ("초당 장수", "Frames a second"),
        "story-per-second": ("초당 {rate}장", "{rate} fps"),
        "story-captions": ("자막", "subtitles"),
        "story-sound": ("음악", "music"),
        "story-subtitled": ("자막을 화면에 쓰기", "Write subtitles into the picture"),
        "story-music": ("음악 깔기", "Soft music"),
        "story-make": ("영화 만들기", "Make the film"),
        "story-speaking": ("목소리를 녹음하는 중 {done}/{whole}", "Saying the lines {done}/{whole}"),
        "story-drawing": ("장면을 그리는 중 {done}/{whole}", "Drawing frames {done}/{whole}"),
        "story-joining": ("소리와 그림을 잇는 중", "Joining sound and picture"),
        "story-speaking-now": ("목소리를 녹음하는 중", "Saying the lines"),
        "story-drawing-now": ("장면을 그리는 중", "Drawing frames"),
        "story-left": ("약 {minutes}분 {seconds}초 남음", "about {minutes} min {seconds} s left"),
        "story-left-seconds": ("약 {seconds}초 남음", "about {seconds} s left"),
        "story-stopped": (
            "멈췄습니다. 다시 만들면 그린 데까지는 건너뜁니다.",
            "Stopped. Make it again and it goes on where it was.",
        ),
        "story-made": ("영화가 다 되었습니다.", "The film is ready."),
        "story-drawn-all": ("장면 {scenes}개를 그렸습니다", "All {scenes} scenes were drawn"),
        "story-drawn-some": (
            "장면 {scenes}개 가운데 새로 그린 것: {drawn}번",
            "Drawn anew of {scenes} scenes: {drawn}",
        ),
        "story-drawn-none": ("장면 {scenes}개 모두 전에 그린 그대로", "All {scenes} scenes as drawn before"),
        "story-save-mp4": ("영화 저장", "Save the film"),
        "story-save-srt": ("자막 저장 (SubRip)", "Save the subtitles (SubRip)"),
        "story-save-vtt": ("자막 저장 (WebVTT)", "Save the subtitles (WebVTT)"),
        "story-minutes-long": ("{minutes}분 {seconds}초", "{minutes} min {seconds} s"),
        "story-seconds-long": ("{seconds}초", "{seconds} s"),
        "story-stale": (
            "이 영화를 만든 뒤에 고친 것이 있습니다. 다시 만들면 바뀐 장면과 그 영향을 받는 장면만 새로 그립니다.",
            "Something changed since; make it again and only the changed scenes and those they touch are drawn.",
        ),
        "story-unsaid": (
            "목소리가 말하지 못한 줄 {count}개는 자막으로만 넣었습니다: “{words}” …",
            "{count} lines no voice could say are shown only: “{words}” …",
        ),
        "story-film-stays": (
            "다른 화면에 다녀와도 이 창에는 하루 동안 남습니다. 오래 두려면 저장해 주세요.",
            "It stays in this tab for a day, also while you are at another page; save it to keep it.",
        ),
        "story-film-goes": (
            "올린 얼굴이 나오는 영화라 이 화면을 떠나고 1분 뒤에 지웁니다. 먼저 저장해 주세요.",
            "A face you brought is in it, so it is erased a minute after you leave this page; save it first.",
        ),
        "story-watch": ("만든 영화", "The film"),
    }
)
