"""Bigger text models that a person brings along: Hugging Face sequence classifiers as keepers of moods."""
