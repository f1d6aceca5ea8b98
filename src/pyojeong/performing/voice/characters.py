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
    VoiceCharacter(
        "narae",
        "나래",
        "Narae, soft narrator",
        "아이에게 책을 읽어 주는 엄마처럼 낮고 부드러운 목소리",
        pitch_hz=192.0,
        range_times=1.5,
        tract=1.0,
        tract_times=0.98,
        pace_times=0.93,
        open_quotient=0.68,
        tilt_hz=1700.0,
        breath_db=-27.0,
        harmonic_hz=4200.0,
        jitter=0.006,
        shimmer_db=0.35,
        warmth_db=1.5,
        gain_db=-0.4,
    ),
    VoiceCharacter(
        "hana",
        "하나",
        "Hana, young woman",
        "밝고 또렷한 젊은 여자",
        pitch_hz=222.0,
        range_times=1.65,
        tract=1.0,
        tract_times=1.06,
        pace_times=1.02,
        open_quotient=0.60,
        tilt_hz=2600.0,
        breath_db=-31.0,
        harmonic_hz=4800.0,
        jitter=0.006,
        shimmer_db=0.3,
        brightness_db=1.5,
    ),
    VoiceCharacter(
        "jun",
        "준",
        "Jun, young man",
        "편안하고 곧은 젊은 남자",
        pitch_hz=124.0,
        range_times=1.4,
        tract=0.0,
        tract_times=1.02,
        pace_times=1.02,
        open_quotient=0.52,
        tilt_hz=3200.0,
        breath_db=-34.0,
        harmonic_hz=4500.0,
        jitter=0.007,
        shimmer_db=0.3,
        brightness_db=1.5,
        espeak="m7",
        gain_db=1.8,
    ),
    VoiceCharacter(
        "halbae",
        "할배",
        "Halbae, grandfather",
        "느릿하고 거친, 조금 떨리는 할아버지",
        pitch_hz=112.0,
        range_times=1.4,
        tract=0.0,
        tract_times=0.95,
        pace_times=0.84,
        open_quotient=0.66,
        tilt_hz=1000.0,
        breath_db=-15.0,
        harmonic_hz=2000.0,
        jitter=0.022,
        shimmer_db=1.1,
        tremor_semitones=0.18,
        espeak="m7",
        gain_db=1.6,
    ),
    VoiceCharacter(
        "halmae",
        "할매",
        "Halmae, grandmother",
        "쉰 듯 떨리고 정겨운 할머니",
        pitch_hz=160.0,
        range_times=1.5,
        tract=0.85,
        tract_times=0.92,
        pace_times=0.86,
        open_quotient=0.60,
        tilt_hz=1400.0,
        breath_db=-16.0,
        harmonic_hz=2600.0,
        jitter=0.016,
        shimmer_db=0.8,
        tremor_semitones=0.22,
        gain_db=0.6,
    ),
    VoiceCharacter(
        "kkoma",
        "꼬마",
        "Kkoma, small child",
        "일고여덟 살 아이",
        pitch_hz=292.0,
        range_times=1.75,
        tract=1.0,
        tract_times=1.17,
        pace_times=1.0,
        open_quotient=0.62,
        tilt_hz=2800.0,
        breath_db=-27.0,
        harmonic_hz=5200.0,
        jitter=0.010,
        shimmer_db=0.45,
        gain_db=-2.2,
    ),
    VoiceCharacter(
        "dol",
        "돌이",
        "Dol, boy",
        "씩씩한 열두 살 소년",
        pitch_hz=248.0,
        range_times=1.5,
        tract=0.8,
        tract_times=1.10,
        pace_times=1.08,
        open_quotient=0.52,
        tilt_hz=3600.0,
        breath_db=-33.0,
        harmonic_hz=5000.0,
        jitter=0.008,
        shimmer_db=0.4,
        brightness_db=1.5,
        gain_db=-0.1,
    ),
    VoiceCharacter(
        "beom",
        "범",
        "Beom, big and gruff",
        "호랑이, 도깨비처럼 크고 우렁찬 목소리",
        pitch_hz=78.0,
        range_times=1.5,
        tract=0.0,
        tract_times=0.80,
        pace_times=0.88,
        open_quotient=0.46,
        tilt_hz=2400.0,
        breath_db=-20.0,
        harmonic_hz=2600.0,
        jitter=0.022,
        shimmer_db=1.2,
        warmth_db=3.0,
        espeak="m7",
        gain_db=1.0,
    ),
    VoiceCharacter(
        "jwi",
        "생쥐",
        "Jwi, small animal",
        "생쥐, 다람쥐처럼 작고 빠른 목소리",
        pitch_hz=385.0,
        range_times=1.8,
        tract=1.0,
        tract_times=1.34,
        pace_times=1.16,
        open_quotient=0.56,
        tilt_hz=4200.0,
        breath_db=-30.0,
        harmonic_hz=6000.0,
        jitter=0.008,
        shimmer_db=0.35,
        brightness_db=2.0,
        gain_db=-3.5,
    ),
    VoiceCharacter(
        "seonbi",
        "선비",
        "Seonbi, calm elder man",
        "점잖고 낮은 중년 남자, 임금이나 훈장",
        pitch_hz=98.0,
        range_times=1.15,
        tract=0.0,
        tract_times=0.90,
        pace_times=0.9,
        open_quotient=0.60,
        tilt_hz=1900.0,
        breath_db=-30.0,
        harmonic_hz=3800.0,
        jitter=0.008,
        shimmer_db=0.35,
        warmth_db=2.0,
        espeak="m7",
        gain_db=1.6,
    ),
)

CHARACTERS: dict[str, VoiceCharacter] = {character.name: character for character in _ALL}
"""By name; the first reads to children when nobody was chosen."""

NARRATOR = _ALL[0].name
