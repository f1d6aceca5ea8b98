"""Who can speak: voices as numbers of a vocal tract, a larynx and a habit of speech."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceCharacter:
    """One voice.

    Attributes:
        name: What a `Voice` asks for.
        korean: What people read in the list.
        english: The same in English.
        about: One Korean sentence on whom it suits.
        pitch_hz: Of the calm voice, median.
        range_times: Of the pitch movement.
        tract: 0 the vowels of grown men, 1 those of grown women, as published; between and a little beyond.
        tract_times: Every formant times this: 1.2 a small child, 0.85 a giant.
        pace_times: Of the speed.
        open_quotient: Share of a period in which the glottis is open, [0.35, 0.9]: pressed … soft.
        tilt_hz: Above it the source falls by another 6 dB an octave: low is soft.
        breath_db: Breath against the voice, about -40 (clear) … -12 (hoarse whisper).
        harmonic_hz: Above it the voice turns into noise.
        jitter: Irregularity of the period, share.
        shimmer_db: Irregularity of the strength.
        tremor_semitones: A shake of age.
        warmth_db: Added below 400 Hz.
        brightness_db: Added above 4 kHz.
        espeak: Variant whose consonants are used.
        gain_db: Makes all voices equally loud.
    """

    name: str
    korean: str
    english: str
    about: str
    pitch_hz: float
    range_times: float
    tract: float
    tract_times: float
    pace_times: float
    open_quotient: float
    tilt_hz: float
    breath_db: float
    harmonic_hz: float
    jitter: float
    shimmer_db: float
    tremor_semitones: float = 0.0
    warmth_db: float = 0.0
    brightness_db: float = 0.0
    espeak: str = "f2"
    gain_db: float = 0.0

    def __post_init__(self) -> None:
        if not 50.0 <= self.pitch_hz <= 500.0 or not 0.7 <= self.tract_times <= 1.5:
            raise ValueError(f"pitch_hz must be in [50, 500] and tract_times in [0.7, 1.5], but got {self!r}")
        if not 0.35 <= self.open_quotient <= 0.9 or not -60.0 <= self.breath_db <= 0.0:
            raise ValueError(f"open_quotient must be in [0.35, 0.9] and breath_db in [-60, 0], but got {self!r}")


# Pitch: women near 210 Hz, men near 120 Hz, seven-year-olds near 280 Hz, old men a little higher and old women lower
# than before (Baken & Orlikoff 2000, ch. 6). Open quotient and tilt: Klatt & Klatt 1990 (doi 10.1121/1.398894), women
# opener and breathier than men. The rest was chosen for distance between voices and measured (docs/voice.md).
_ALL = (
    VoiceCharacter("narae", "나래", "Narae, soft narrator", "아이에게 책을 읽어 주는 엄마처럼 낮고 부드러운 목소리",
                   192.0, 1.5, 1.0, 0.98, 0.93, 0.68, 1700.0, -27.0, 4200.0, 0.006, 0.35, warmth_db=1.5,
                   gain_db=-0.4),
    VoiceCharacter("hana", "하나", "Hana, young woman", "밝고 또렷한 젊은 여자",
                   222.0, 1.65, 1.0, 1.06, 1.02, 0.60, 2600.0, -31.0, 4800.0, 0.006, 0.3, brightness_db=1.5),
    VoiceCharacter("jun", "준", "Jun, young man", "편안하고 곧은 젊은 남자",
                   124.0, 1.4, 0.0, 1.02, 1.02, 0.52, 3200.0, -34.0, 4500.0, 0.007, 0.3, brightness_db=1.5, espeak="m7",
                   gain_db=1.8),
    VoiceCharacter("halbae", "할배", "Halbae, grandfather", "느릿하고 거친, 조금 떨리는 할아버지",
                   112.0, 1.4, 0.0, 0.95, 0.84, 0.66, 1000.0, -15.0, 2000.0, 0.022, 1.1, 0.18, espeak="m7",
                   gain_db=1.6),
    VoiceCharacter("halmae", "할매", "Halmae, grandmother", "쉰 듯 떨리고 정겨운 할머니",
                   160.0, 1.5, 0.85, 0.92, 0.86, 0.60, 1400.0, -16.0, 2600.0, 0.016, 0.8, 0.22, gain_db=0.6),
    VoiceCharacter("kkoma", "꼬마", "Kkoma, small child", "일고여덟 살 아이",
                   292.0, 1.75, 1.0, 1.17, 1.0, 0.62, 2800.0, -27.0, 5200.0, 0.010, 0.45, gain_db=-2.2),
    VoiceCharacter("dol", "돌이", "Dol, boy", "씩씩한 열두 살 소년",
                   248.0, 1.5, 0.8, 1.10, 1.08, 0.52, 3600.0, -33.0, 5000.0, 0.008, 0.4, brightness_db=1.5,
                   gain_db=-0.1),
    VoiceCharacter("beom", "범", "Beom, big and gruff", "호랑이, 도깨비처럼 크고 우렁찬 목소리",
                   78.0, 1.5, 0.0, 0.80, 0.88, 0.46, 2400.0, -20.0, 2600.0, 0.022, 1.2, warmth_db=3.0, espeak="m7",
                   gain_db=1.0),
    VoiceCharacter("jwi", "생쥐", "Jwi, small animal", "생쥐, 다람쥐처럼 작고 빠른 목소리",
                   385.0, 1.8, 1.0, 1.34, 1.16, 0.56, 4200.0, -30.0, 6000.0, 0.008, 0.35, brightness_db=2.0,
                   gain_db=-3.5),
    VoiceCharacter("seonbi", "선비", "Seonbi, calm elder man", "점잖고 낮은 중년 남자, 임금이나 훈장",
                   98.0, 1.15, 0.0, 0.90, 0.9, 0.60, 1900.0, -30.0, 3800.0, 0.008, 0.35, warmth_db=2.0, espeak="m7",
                   gain_db=1.6),
)  # fmt: skip

CHARACTERS: dict[str, VoiceCharacter] = {character.name: character for character in _ALL}
"""By name; the first reads to children when nobody was chosen."""

NARRATOR = _ALL[0].name
