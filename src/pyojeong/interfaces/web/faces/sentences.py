"""The sentences of the page 얼굴 읽기: key → (Korean, English)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FACES_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "faces-page": ("얼굴 읽기", "Read a face"),
        # viewer
        "faces-picture": ("사진 속 얼굴들", "Faces in the picture"),
        "faces-empty": (
            "사진을 열거나, 끌어다 놓거나, 붙여 넣으세요. 카메라는 단추를 눌러야 켜집니다.",
            "Open, drop or paste a photo. The camera starts only when you press its button.",
        ),
        "faces-source": ("사진이나 카메라", "Photo or camera"),
        "faces-start": ("카메라 켜기", "Start the camera"),
        "faces-stop": ("카메라 끄기", "Stop the camera"),
        "faces-snap": ("이 순간을 사진으로", "Keep this moment"),
        "faces-here": (
            "화면은 이 컴퓨터의 메모리에서만 읽고 남기지 않습니다. Esc로 끕니다.",
            "Frames are read in this computer's memory only and never kept. Esc stops.",
        ),
        "faces-rate": ("초당 {rate}번", "{rate} a second"),
        "faces-nobody": (
            "얼굴이 보이지 않아요. 조금 더 가까이, 밝은 곳에서.",
            "No face in view: closer, in more light.",
        ),
        "faces-waking": ("카메라를 켜는 중", "Starting the camera"),
        "faces-unread": (
            "프레임을 읽지 못했습니다. 카메라를 껐습니다.",
            "A frame could not be read; the camera was stopped.",
        ),
        "faces-found-one": ("얼굴 하나를 찾았습니다.", "One face found."),
        "faces-found": (
            "얼굴 {count}개를 찾았고 0이 가장 큽니다. 눌러서, 또는 Tab과 Enter로 고르세요.",
            "{count} faces found, 0 is the largest. Choose by pressing, or with Tab and Enter.",
        ),
        # reading
        "faces-reading": ("얼굴에서 읽은 마음", "Read in the face"),
        "faces-reading-of": ("{face}에서 읽은 마음", "Read in {face}"),
        "faces-shares": ("여덟 감정의 몫", "Shares of eight emotions"),
        "faces-plane": (
            "유쾌 {valence}, 들뜸 {arousal} (-1부터 1까지)",
            "Pleasant {valence}, stirred {arousal} (from -1 to 1)",
        ),
        "faces-stirred": ("들뜸", "stirred"),
        "faces-calm": ("차분", "calm"),
        "faces-moves": ("눈에 띄는 움직임", "What the face does"),
        "faces-still": ("뚜렷한 움직임이 없습니다", "Nothing much moves"),
        "faces-look-left": ("왼쪽 보기", "look left"),
        "faces-look-right": ("오른쪽 보기", "look right"),
        "faces-course": ("지난 20초의 유쾌–불쾌", "Pleasant to unpleasant, the last 20 seconds"),
        "faces-none": ("읽은 얼굴이 아직 없습니다.", "No face has been read yet."),
        "faces-no-mood": (
            "감정을 읽는 모델이 아직 없어서 움직임만 보입니다.",
            "The model that reads feelings is not here yet, so only movements are shown.",
        ),
        "faces-to-studio": ("이 사진으로 연기하기", "Perform on this photo"),
        "faces-expression-to-studio": ("이 표정을 예시 얼굴에", "Put this expression on the sample"),
        "faces-expression-text": ("얼굴에서 가져온 표정", "얼굴에서 가져온 표정"),
        # neutral
        "faces-neutral": ("내 무표정", "My neutral face"),
        "faces-neutral-why": (
            "가만히 있어도 웃거나 찡그린 것처럼 읽히나요? 무표정인 내 얼굴을 기준으로 삼으면 거기서 달라진 만큼만 "
            "읽습니다. 사진이 아니라 숫자만 이 컴퓨터에 남습니다.",
            "Do you seem to smile or frown at rest? Take your neutral face as the ground, and only what differs "
            "is read. Only numbers stay on this computer, never the photo.",
        ),
        "faces-neutral-keep": ("이 얼굴을 내 무표정으로", "This is my neutral face"),
        "faces-neutral-forget": ("무표정 지우기", "Erase it"),
        "faces-neutral-active": ("내 무표정을 기준으로 읽는 중", "Read against your neutral face"),
        "faces-neutral-other": (
            "내 무표정이 있지만 이 사진에는 쓰지 않았습니다.",
            "Your neutral face is kept but not used for this photo.",
        ),
        "faces-neutral-mine": ("고른 얼굴이 나예요", "The chosen face is me"),
        "faces-neutral-mine-hint": (
            "카메라에서는 가장 큰 얼굴에 씁니다",
            "Before the camera it is used for the largest face",
        ),
        "faces-neutral-kept": (
            "무표정을 기억했습니다. 숫자만 남겼습니다.",
            "Your neutral face is kept, as numbers only.",
        ),
        "faces-neutral-gone": ("무표정을 지웠습니다.", "Your neutral face was erased."),
        # temperature gap
        "gap-title": ("마음의 온도차", "Temperature gap"),
        "gap-lead": (
            "내가 느끼는 것, 하는 말, 얼굴에 보이는 것은 서로 다를 수 있습니다. 나란히 놓을 뿐 하나로 합치지 않습니다.",
            "What you feel, say and show may differ. They stand side by side and are never merged.",
        ),
        "gap-text": ("지금 무슨 말을 하고 있나요?", "What are you saying right now?"),
        "gap-example": ("예: 나 진짜 괜찮아, 아무렇지도 않아", "In Korean, e.g. 나 진짜 괜찮아, 아무렇지도 않아"),
        "gap-own": ("내 느낌은", "I feel"),
        "gap-own-none": ("말하지 않을래요", "I'd rather not say"),
        "gap-said": ("말", "Words"),
        "gap-seen": ("얼굴", "Face"),
        "gap-own-waits": ("위에서 골라 주세요", "Choose above"),
        "gap-said-waits": ("한마디 적어 주세요", "Write something"),
        "gap-seen-waits": ("얼굴이 아직 없어요", "No face yet"),
        "gap-valence": ("유쾌 {valence}", "pleasant {valence}"),
        "gap-differences": ("유쾌함의 차이", "How far apart in pleasantness"),
        "gap-own-text": ("내 느낌과 말", "Feeling and words"),
        "gap-own-face": ("내 느낌과 얼굴", "Feeling and face"),
        "gap-face-text": ("말과 얼굴", "Words and face"),
        "gap-agreed": ("모두 같은 감정을 가리킵니다: {emotion}.", "All of them say {emotion}."),
        "gap-limits": (
            "얼굴은 보이는 것만 읽습니다. 느끼는 것은 사람만 압니다. 얼굴에서 자주 놓치는 감정: {weak}. "
            "2013년 웹 사진으로 배워서 마스크·옆얼굴·아기·어두운 화면에도 약합니다.",
            "Only what a face shows is read; what is felt only the person knows. Often missed in faces: {weak}. "
            "Taught by web photos of 2013, it is weak with masks, profiles, babies and darkness too.",
        ),
        "gap-limits-gone": (
            "얼굴 감정 모델이 아직 없어 얼굴 칸은 비어 있습니다. 말과 내 느낌은 그대로 볼 수 있습니다.",
            "The model for faces is not here yet, so the face column stays empty; words and feeling still work.",
        ),
    }
)
