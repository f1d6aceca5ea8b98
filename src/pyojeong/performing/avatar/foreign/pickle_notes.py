"""Pickles that are only read: nothing they name is ever imported or called.

FLAME's models and some tools' results are pickles of numpy arrays, sparse matrices and chumpy's wrappers. Unpickling
runs whatever a file says, so here its operations are followed on paper: a name stays a word, a call stays a note of
what would have been called, and of those notes `array_pickles` understands the ones that stand for arrays.
"""

from __future__ import annotations

import pickletools
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class Note:
    """What a pickle would have made: the name it would have called, with what, and what it would have set."""

    name: str
    arguments: tuple[Any, ...] = ()
    state: Any = None


@dataclass(frozen=True)
class _Name:
    """A name that would have been imported."""

    name: str


_MARK = object()
_MOST_OPERATIONS = 2_000_000
"""FLAME's models take some hundreds; a list of a million numbers takes a million."""
_DICTS = ("collections OrderedDict", "builtins dict", "__builtin__ dict")


@dataclass
class _Reading:
    """The stack and the memory of one pickle."""

    stack: list[Any] = field(default_factory=list)
    memory: dict[int, Any] = field(default_factory=dict)

    def since_mark(self) -> list[Any]:
        found: list[Any] = []
        while (top := self.stack.pop()) is not _MARK:
            found.append(top)
        return found[::-1]


def read_pickle(data: bytes) -> Any:
    """What is in a pickle: numbers, words, lists, dicts by words, tuples and `Note`.

    What a dict keeps under anything but a word is left out: nobody asks for it by name, and a hostile key (tuples
    within tuples, numbers that all hash alike) kills or stops the one who hashes it.

    Raises:
        ValueError: When it is none, or uses what no file of arrays does.
    """
    reading = _Reading()
    for count, (operation, argument, _) in enumerate(pickletools.genops(data)):
        name = operation.name
        if count > _MOST_OPERATIONS:
            raise ValueError(f"a pickle of arrays takes at most {_MOST_OPERATIONS} operations")
        if name == "STOP":
            return reading.stack.pop()
        _follow(reading, name, argument)
    raise ValueError("a pickle must end with STOP")


def _follow(reading: _Reading, name: str, argument: Any) -> None:
    stack = reading.stack
    if name in _IGNORED:
        return
    if name in _CONSTANTS:
        stack.append(_CONSTANTS[name]())
    elif name in _VALUES:
        stack.append(argument)
    elif name in _ACTIONS:
        _ACTIONS[name](reading)
    elif name in ("PUT", "BINPUT", "LONG_BINPUT"):
        reading.memory[int(argument)] = stack[-1]
    elif name in ("GET", "BINGET", "LONG_BINGET"):
        stack.append(reading.memory[int(argument)])
    elif name == "GLOBAL":
        stack.append(_Name(argument))
    else:
        raise ValueError(f"no file of arrays needs a pickle's {name}")


def _tuple_of(count: int) -> Any:
    def action(reading: _Reading) -> None:
        taken = tuple(reading.stack[len(reading.stack) - count :])
        del reading.stack[len(reading.stack) - count :]
        reading.stack.append(taken)

    return action


def _appends(reading: _Reading) -> None:
    items = reading.since_mark()
    _extend(reading.stack[-1], items)


def _extend(held: Any, items: list[Any]) -> None:
    """Lists grow; a note of a set or a deque stays a note."""
    if isinstance(held, list):
        held.extend(items)
    elif not isinstance(held, Note):
        raise ValueError("only lists and sets grow")


def _set_items(reading: _Reading) -> None:
    items = reading.since_mark()
    _fill(reading.stack[-1], items)


def _fill(mapping: Any, items: list[Any]) -> None:
    if isinstance(mapping, Note):
        return
    if not isinstance(mapping, dict):
        raise ValueError("items are set in dicts alone")
    for key, value in zip(items[::2], items[1::2], strict=True):
        if isinstance(key, bytes):
            mapping[key.decode("latin-1")] = value
        elif isinstance(key, str):
            mapping[key] = value


def _append(reading: _Reading) -> None:
    item = reading.stack.pop()
    _extend(reading.stack[-1], [item])


def _set_item(reading: _Reading) -> None:
    value, key = reading.stack.pop(), reading.stack.pop()
    _fill(reading.stack[-1], [key, value])


def _called(reading: _Reading) -> None:
    arguments, what = reading.stack.pop(), reading.stack.pop()
    if not isinstance(what, _Name) or not isinstance(arguments, tuple):
        raise ValueError("a call in a pickle of arrays names what it calls")
    reading.stack.append(_dict_of(arguments) if what.name in _DICTS else Note(what.name, arguments))


def _dict_of(arguments: tuple[Any, ...]) -> dict[str, Any]:
    """A dict made by its name: empty, or of pairs as Python 2 wrote it."""
    made: dict[str, Any] = {}
    for pair in arguments[0] if arguments else ():
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise ValueError("a dict is made of pairs")
        _fill(made, list(pair))
    return made


def _called_with_words(reading: _Reading) -> None:
    reading.stack.pop()
    _called(reading)


def _built(reading: _Reading) -> None:
    state = reading.stack.pop()
    if isinstance(reading.stack[-1], Note):
        reading.stack[-1].state = state
    elif not isinstance(reading.stack[-1], dict):
        raise ValueError("only what was called has a state")


def _named(reading: _Reading) -> None:
    word, module = reading.stack.pop(), reading.stack.pop()
    reading.stack.append(_Name(f"{module} {word}"))


def _dict_of_mark(reading: _Reading) -> None:
    items = reading.since_mark()
    made: dict[Any, Any] = {}
    _fill(made, items)
    reading.stack.append(made)


_ACTIONS = {
    "MARK": lambda r: r.stack.append(_MARK),
    "POP": lambda r: r.stack.pop(),
    "POP_MARK": lambda r: r.since_mark(),
    "DUP": lambda r: r.stack.append(r.stack[-1]),
    "TUPLE": lambda r: r.stack.append(tuple(r.since_mark())),
    "TUPLE1": _tuple_of(1),
    "TUPLE2": _tuple_of(2),
    "TUPLE3": _tuple_of(3),
    "LIST": lambda r: r.stack.append(r.since_mark()),
    "DICT": _dict_of_mark,
    "APPEND": _append,
    "APPENDS": _appends,
    "ADDITEMS": _appends,
    "FROZENSET": lambda r: r.stack.append(Note("builtins frozenset", tuple(r.since_mark()))),
    "SETITEM": _set_item,
    "SETITEMS": _set_items,
    "MEMOIZE": lambda r: r.memory.__setitem__(len(r.memory), r.stack[-1]),
    "STACK_GLOBAL": _named,
    "REDUCE": _called,
    "NEWOBJ": _called,
    "NEWOBJ_EX": _called_with_words,
    "BUILD": _built,
}
_IGNORED = frozenset({"PROTO", "FRAME"})
_CONSTANTS: dict[str, Any] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_TUPLE": tuple,
    "EMPTY_LIST": list,
    "EMPTY_DICT": dict,
    "EMPTY_SET": lambda: Note("builtins set"),
}
_VALUES = frozenset(
    {
        "INT",
        "BININT",
        "BININT1",
        "BININT2",
        "LONG",
        "LONG1",
        "LONG4",
        "FLOAT",
        "BINFLOAT",
        "STRING",
        "BINSTRING",
        "SHORT_BINSTRING",
        "BINBYTES",
        "SHORT_BINBYTES",
        "BINBYTES8",
        "BYTEARRAY8",
        "UNICODE",
        "BINUNICODE",
        "SHORT_BINUNICODE",
        "BINUNICODE8",
    }
)
