"""What the browser sends of an event: JavaScript for ``js_handler``; it arrives as the event's ``args``."""

from __future__ import annotations

VALUE = "(event) => emit(event.target.value)"
"""What a field, a list or a colour picker holds."""

CHECKED = "(event) => emit(event.target.checked)"
"""Whether a switch is on."""

JSON_FILES = ".json,application/json"
"""Which files our documents are in, for ``accept``."""

DOCUMENT = """async (event) => {
  const { chosenFile, tooHeavy } = await import('sending');
  const file = chosenFile(event);
  if (file) emit(tooHeavy(file, 1) ? '' : await file.text());
}"""
"""The text of the chosen file; empty above a megabyte, which none of our documents has, so that no reader takes it."""


def written_in(name: str) -> str:
    """What is written in the field ``name`` of the form that is submitted.

    >>> written_in("address")
    "(event) => emit(new FormData(event.target).get('address'))"
    """
    return f"(event) => emit(new FormData(event.target).get('{name}'))"


def posted(address: str, megabytes: float) -> str:
    """Posts the chosen file, with its name, to ``address``; sends the key of a sentence when it was not taken.

    >>> "encodeURIComponent(file.name)" in posted("/studio/scores/k/file", 25.0)
    True
    """
    return f"""async (event) => {{
  const {{ chosenFile, refusal }} = await import('sending');
  const file = chosenFile(event);
  const refused = file && await refusal(file, `{address}?name=${{encodeURIComponent(file.name)}}`, {megabytes});
  if (refused) emit(refused);
}}"""
