"""The catalogue as plain lists and back, for the compiled copy.

Which field holds what is read from the annotations of ``records``, so there is nothing to keep in step;
``LAYOUT`` names them all and changes with any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from consult_app.content import records

Unpacker = Callable[[Any], Any]

_RECORDS: dict[str, Any] = {
    name: value
    for name, value in vars(records).items()
    if isinstance(value, type) and value.__module__ == records.__name__
}


def _fields(record: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return name and annotation of each field; named tuples wrap their annotations."""
    # A record with lookups of its own is the child of the named tuple that holds its fields.
    fields = record if "_fields" in vars(record) else record.__base__
    return [
        (name, str(getattr(kind, "__forward_arg__", kind))) for name, kind in fields.__annotations__.items()
    ]


_LIST_OF = re.compile(r"tuple\[(\w+), \.\.\.\]")
_MAPPING_OF_LISTS = "Mapping[str, tuple[str, ...]]"
LAYOUT = ";".join(
    f"{name}({', '.join(f'{field}: {kind}' for field, kind in _fields(record))})"
    for name, record in _RECORDS.items()
)


def pack(value: object) -> object:
    """Return records as lists of their fields, tuples as lists."""
    if isinstance(value, tuple):  # records are named tuples
        return [pack(item) for item in value]
    if isinstance(value, Mapping):
        return {key: pack(item) for key, item in value.items()}
    return value


def unpack_catalogue(packed: object) -> records.Catalogue:
    """Return the catalogue that ``pack`` took apart.

    Raises:
        TypeError, ValueError, IndexError, KeyError: this is no packed catalogue.
    """
    catalogue = _unpacker("Catalogue")(packed) if isinstance(packed, list) else None
    if not isinstance(catalogue, records.Catalogue):
        raise TypeError(packed)
    return catalogue


@cache
def _unpacker(annotation: str) -> Unpacker:
    """Return what turns a packed value into one of the annotated type; ``_same`` where it is one already."""
    if annotation in _RECORDS:
        return _record_unpacker(annotation)
    many = _LIST_OF.fullmatch(annotation)
    if many and many.group(1) in _RECORDS:
        one = _unpacker(many.group(1))
        return lambda packed: tuple([one(item) for item in packed])
    if annotation.startswith("tuple["):
        return tuple
    if annotation == _MAPPING_OF_LISTS:
        return lambda packed: {key: tuple(value) for key, value in packed.items()}
    return _same


def _record_unpacker(name: str) -> Unpacker:
    record = _RECORDS[name]
    # Most fields are texts and stay as they are; touching only the others halves the time.
    changed = [
        (index, unpack)
        for index, unpack in enumerate(_unpacker(kind) for _field, kind in _fields(record))
        if unpack is not _same
    ]

    def unpack_record(packed: list[Any]) -> Any:  # noqa: ANN401 -- one function for all kinds of record
        for index, unpack in changed:
            packed[index] = unpack(packed[index])
        return record(*packed)

    return unpack_record


def _same(packed: Any) -> Any:  # noqa: ANN401
    return packed
