from __future__ import annotations

import random

import pytest

from pyojeong.emotion import Emotion, Feeling
from pyojeong.emotion.taxonomy import LABEL_SETS, LabelSet
from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers.labels import AS_TOLD, match_labels, told_labels


@pytest.mark.parametrize("known", LABEL_SETS.values(), ids=lambda known: known.name)
def test_every_known_set_is_found_in_any_order_and_case(known: LabelSet) -> None:
    names = [name.upper() for name in known.labels]
    random.Random(7).shuffle(names)
    labels = match_labels(names)
    by_name = {name.upper(): known.emotion_of(name) for name in known.labels}
    assert labels.names == tuple(names)
    assert labels.emotions == tuple(by_name[name] for name in names)


def test_the_feelings_of_kote_come_along_in_the_models_order() -> None:
    names = [str(feeling) for feeling in reversed(Feeling)]
    assert match_labels([name.replace("_", " ") for name in names]).feelings == tuple(reversed(Feeling))
    assert match_labels(["기쁨", "슬픔"]).feelings == ()


def test_names_are_understood_one_by_one() -> None:
    labels = match_labels(["분노(anger)", "Happiness", "불안", "NEUTRAL"])
    assert labels.emotions == (Emotion.ANGER, Emotion.JOY, Emotion.FEAR, Emotion.NEUTRAL)
    assert labels.known == (Emotion.JOY, Emotion.ANGER, Emotion.FEAR, Emotion.NEUTRAL)


@pytest.mark.parametrize("names", [["LABEL_0", "LABEL_1"], ["0", "1", "2"], ["label 3", "Label-4"]])
def test_labels_without_names_are_refused_with_how_to_say_them(names: list[str]) -> None:
    with pytest.raises(PyojeongError, match="--labels kote") as refused:
        match_labels(names)
    assert refused.value.kind == "labels-unnamed"


def test_unknown_and_polar_labels_are_refused_with_what_would_work() -> None:
    with pytest.raises(PyojeongError, match="부정=슬픔"):
        match_labels(["부정", "긍정"])
    with pytest.raises(PyojeongError, match="파랑"):
        match_labels(["기쁨", "파랑"])
    with pytest.raises(PyojeongError, match="기쁨\\(슬픔\\)"):
        match_labels(["기쁨(슬픔)", "분노"])
    with pytest.raises(PyojeongError, match="둘은"):
        match_labels(["기쁨", "행복"])


def test_a_person_says_what_labels_mean() -> None:
    assert told_labels("KOTE", ["LABEL_0"] * 44).feelings == tuple(Feeling)
    assert told_labels("슬픔, -, 기쁨", ["a", "b", "c"]).emotions == (Emotion.SADNESS, None, Emotion.JOY)
    polar = told_labels("부정=슬픔,긍정=기쁨", ["긍정", "부정"])
    assert (polar.emotions, polar.source) == ((Emotion.JOY, Emotion.SADNESS), AS_TOLD)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("kote", "labels-count"),
        ("기쁨", "labels-count"),
        ("기쁨,슬픔,분노", "labels-count"),
        ("a=기쁨", "labels-count"),
        ("a=기쁨,b=슬픔,c=분노", "labels-count"),
        ("a=기쁨,b=파랑", "labels-unknown"),
        ("파랑,빨강", "labels-unknown"),
        ("-,기쁨", "labels-few"),
    ],
)
def test_words_that_do_not_fit_the_model_are_refused(words: str, kind: str) -> None:
    with pytest.raises(PyojeongError) as refused:
        told_labels(words, ["a", "b"])
    assert refused.value.kind == kind


@pytest.mark.parametrize("known", LABEL_SETS.values(), ids=lambda known: known.name)
def test_the_words_of_an_order_say_that_order(known: LabelSet) -> None:
    labels = match_labels(known.labels).in_order(list(reversed(range(len(known.labels)))))
    again = told_labels(labels.words, [f"LABEL_{n}" for n in range(len(known.labels))])
    assert again.emotions == labels.emotions and again.feelings == labels.feelings
