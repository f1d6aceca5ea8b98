"""Names of hair styles."""

from __future__ import annotations

from pyojeong.performing.character.space import Option

HAIR_STYLES = (
    Option("fringe", "앞머리 있는 짧은 머리", "Short with a fringe"),
    Option("bald", "민머리", "Bald"),
    Option("receding", "이마가 넓은 머리", "Receding"),
    Option("buzz", "삭발에 가까운 머리", "Buzz cut"),
    Option("short-straight", "짧은 생머리", "Short and straight"),
    Option("short-curly", "짧은 곱슬머리", "Short and curly"),
    Option("side-part", "가르마 머리", "Side parting"),
    Option("quiff", "올린 머리", "Quiff"),
    Option("two-block", "투블록", "Two-block"),
    Option("mohawk", "모히칸", "Mohawk"),
    Option("afro", "아프로", "Afro"),
    Option("bob", "단발", "Bob"),
    Option("bob-fringe", "앞머리 있는 단발", "Bob with a fringe"),
    Option("medium", "어깨에 닿는 머리", "To the shoulders"),
    Option("long-straight", "긴 생머리", "Long and straight"),
    Option("long-fringe", "앞머리 있는 긴 머리", "Long with a fringe"),
    Option("long-wavy", "긴 웨이브 머리", "Long and wavy"),
    Option("long-curly", "긴 곱슬머리", "Long and curly"),
    Option("tied", "묶은 머리", "Ponytail"),
    Option("bun", "올림머리", "Bun"),
    Option("pigtails", "양갈래", "Pigtails"),
    Option("braids", "땋은 머리", "Braids"),
    Option("topknot", "상투", "Topknot"),
)
"""The first is worn when nothing is said. Names of the first twenty are those a measured photo is told by."""
