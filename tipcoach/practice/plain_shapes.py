"""Dataclasses as shapes of plain values, and back: what a file of JSON can hold of them.

A shape leaves out what is as it is by default. Reading one is strict: what does not fit in every
part raises `NotTheShape`, so that nothing damaged is taken for something that was made.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from tipcoach.practice.plaintext import clean

T = TypeVar("T")

Read = Callable[[object], Any]
_PLAIN = (str, bool, int, NoneType)


class NotTheShape(ValueError):
    """A shape is not that of what it was to be read as."""


def shape_of(value: object) -> Any:
    """The shape of a dataclass, or of a tuple of them, whose texts are cleaned already."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [shape_of(each) for each in value]
    if is_dataclass(value):
        said = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: shape_of(each) for field, each in said if each != field.default}
    return value


def of_shape(kind: type[T], shape: object) -> T:
    """What a shape was made of. Raises `NotTheShape`."""
    asked: Any = kind
    return cast(T, _reader(asked)(shape))


@cache
def _reader(kind: Any) -> Read:
    """What reads a kind of thing; kinds are dataclasses, enumerations, plain values, tuples of
    one kind, and any of these or nothing."""
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (each for each in get_args(kind) if each is not NoneType)
        return _or_nothing(_reader(inner))
    if get_origin(kind) is tuple:
        inner, more = get_args(kind)
        if more is not Ellipsis:
            raise TypeError(kind)
        return _many(_reader(inner))
    if is_dataclass(kind):
        return _whole(kind)
    if issubclass(kind, Enum):
        return _one_of(kind)
    if kind in _PLAIN:
        return _text if kind is str else _just(kind)
    raise TypeError(kind)


def _or_nothing(read: Read) -> Read:
    return lambda shape: None if shape is None else read(shape)


def _many(read: Read) -> Read:
    def many(shape: object) -> tuple[Any, ...]:
        if type(shape) is not list:
            raise NotTheShape
        return tuple(map(read, shape))

    return many


def _one_of(kind: type[Enum]) -> Read:
    known = {each.value: each for each in kind}

    def one_of(shape: object) -> Enum:
        if type(shape) is not str or shape not in known:
            raise NotTheShape
        return known[shape]

    return one_of


def _just(kind: type) -> Read:
    def just(shape: object) -> object:
        if type(shape) is not kind:
            raise NotTheShape
        return shape

    return just


def _text(shape: object) -> str:
    if type(shape) is not str or clean(shape) != shape:
        raise NotTheShape
    return shape


def _whole(kind: Any) -> Read:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    needed = {field.name for field in fields(kind) if field.default is MISSING}

    def whole(shape: object) -> object:
        if type(shape) is not dict or not needed <= shape.keys() <= readers.keys():
            raise NotTheShape
        return kind(**{name: readers[name](each) for name, each in shape.items()})

    return whole
