"""The sentences of the score page: key → (Korean, English)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SCORE_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "score-page": ("감정 악보", "Emotion score"),
        "score-lead": (
            "글의 마음을 마디마다 읽었습니다. 다르게 느끼셨다면 고쳐 주세요. 여러분의 말이 이깁니다.",
            "Each beat shows the feeling that was read. Where you feel otherwise, change it: your word wins.",
        ),
        # bar
        "score-tools": ("악보 도구", "Score tools"),
        "score-new": ("새 글", "New text"),
        "score-open": ("열기", "Open"),
        "score-reread": ("모두 다시 읽기", "Read all again"),
        "score-reread-hint": (
            "직접 정한 마디는 그대로 두고 나머지를 다시 읽습니다",
            "Reads everything again but the beats you set",
        ),
        "score-save": ("악보 저장", "Save score"),
        "score-table": ("표 저장 (CSV)", "Save table (CSV)"),
        "score-file": ("감정-악보", "emotion-score"),
        # writing
        "score-writing": ("악보로 읽을 글", "Text to read as a score"),
        "score-writing-title": ("글을 쓰거나 붙여 넣으세요", "Write or paste a text"),
        "score-change-title": ("글 고치기", "Change the text"),
        "score-change-hint": (
            "직접 정한 마디는 그 글이 그대로 있으면 남고, 나머지는 다시 읽습니다.",
            "Beats you set stay where their words stay; the rest is read again.",
        ),
        "score-writing-hint": (
            "글은 이 컴퓨터에서만 읽습니다. 문장마다 마디가 되고, 마디마다 고칠 수 있습니다.",
            "The text is read on this computer only. Every sentence becomes a beat, and every beat can be changed.",
        ),
        "score-placeholder": (
            "일기, 편지, 동화 한 편. 여기에 붙여 넣거나 .txt 파일을 끌어다 놓으세요.",
            "A diary, a letter, a tale, in Korean. Paste it here, or drop a .txt file.",
        ),
        "score-read": ("마음 읽기", "Read the feelings"),
        "score-sample": ("예시 글 보기", "Show the example"),
        "score-back": ("악보로 돌아가기", "Back to the score"),
        "score-drop": ("글(.txt)이나 악보(.json)를 여기에 놓으세요", "Drop a text (.txt) or a score (.json) here"),
        "score-progress": ("글을 읽는 중 {percent}%", "Reading the text, {percent}%"),
        "score-stopped": ("읽기를 그만두었습니다. 글은 그대로 있습니다.", "Stopped reading; the text is as it was."),
        "score-cp949": (
            "UTF-8이 아니어서 CP949(완성형)로 읽었습니다.",
            "The file was not UTF-8, so it was read as CP949 (Korean Windows).",
        ),
        "score-unkept": (
            "악보가 커서 이 창에 다 담아 두지 못했습니다. 새로 고치기 전에 ‘악보 저장’으로 저장해 주세요.",
            "The score is too large to be kept in this tab; use Save score before you reload.",
        ),
        "score-opening": ("악보를 펴는 중", "Opening the score"),
        # text and staff
        "score-listbox": (
            "글의 마디들. 화살표로 고르고 숫자 키 1–8로 감정을 정합니다",
            "Beats of the text: arrows choose, number keys 1–8 set the feeling",
        ),
        "score-drag": (
            "끌어다 마디에 놓거나, 고른 마디에 눌러서 정하기",
            "Drag onto a beat, or press for the chosen one",
        ),
        "score-own": ("직접 정함", "set by you"),
        "staff-label": (
            "오선 위의 마디들: 높을수록 유쾌하고, 클수록 세고, 꼬리가 있으면 들뜬 마음",
            "Beats on a staff: higher is more pleasant, larger is stronger, flags are stirred",
        ),
        "pleasant": ("유쾌", "pleasant"),
        "unpleasant": ("불쾌", "unpleasant"),
        "legend-valence": ("유쾌–불쾌의 흐름", "pleasant to unpleasant"),
        "legend-arousal": ("들뜸의 흐름", "calm to stirred"),
        "page-before": ("앞 쪽", "Page before"),
        "page-after": ("다음 쪽", "Next page"),
        "page-number": ("쪽 번호", "Page number"),
        # beat
        "beat-title": ("마디 {number}", "Beat {number}"),
        "beat-of": ("{count}개 가운데", "of {count}"),
        "beat-before": ("앞 마디", "Beat before"),
        "beat-after": ("다음 마디", "Next beat"),
        "beat-none": (
            "이 글에서는 마디를 찾지 못했습니다. 글을 고쳐 보세요.",
            "No beat was found in this text; try changing it.",
        ),
        "beat-own": ("내가 정한 마음", "Your own word"),
        "beat-own-none": ("아직 없음", "Not yet"),
        "beat-unread": ("읽지 않음", "Not read"),
        "beat-ask": (
            "어떤 마음인지 모르겠어요. 알고 계신다면 위의 여덟 감정에서 골라 주세요.",
            "The feeling is not clear. If you know it, choose one of the eight above.",
        ),
        "beat-named": ("이름 붙은 감정", "Named feelings"),
        "beat-named-none": ("아직 없습니다. 아래에서 골라 주세요.", "None yet; choose below."),
        "beat-all-feelings": ("44가지 감정에서 고르기", "Choose among 44 feelings"),
        "beat-unname": ("{feeling} 빼기", "Remove {feeling}"),
        "beat-speaker": ("말하는 이", "Speaker"),
        "beat-speaker-hint": ("비워 두면 글쓴이", "Empty for the writer"),
        "beat-face": ("표정", "Face"),
        "beat-face-free": ("마음을 따라 바뀝니다", "Follows the feeling"),
        "beat-face-held": ("고정됨 · 움직임 {count}가지", "Held · {count} movements"),
        "beat-hold": ("지금 표정 고정", "Hold this face"),
        "beat-let-go": ("고정 풀기", "Let it follow"),
        "beat-split": ("커서에서 나누기", "Split at the cursor"),
        "beat-merge": ("다음과 합치기", "Join with next"),
        "beat-reread": ("이 마디 다시 읽기", "Read this beat again"),
        "beat-perform": ("스튜디오에서 연기하기", "Perform in the studio"),
        # keys
        "keys-title": ("자판으로 하기", "With the keyboard"),
        "key-arrows": ("마디 고르기", "Choose a beat"),
        "key-numbers": ("여덟 감정 가운데 정하기", "Set one of eight emotions"),
        "key-strength": ("세기 5씩", "Strength by 5"),
        "key-cursor": ("커서를 낱말마다 (Alt: 글자마다)", "Cursor by word (Alt: by letter)"),
        "key-merge": ("다음 마디와 합치기", "Join with the next beat"),
        "key-undo": ("되돌리기 · 다시 하기", "Undo · redo"),
    }
)
