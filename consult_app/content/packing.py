"""Records as plain lists and back, for the compiled copy.

Which field holds what is read from the records' annotations, so there is nothing to keep in step;
``layout`` names them all and changes with any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from consult_app.content.later import Later

if TYPE_CHECKING:
    from types import ModuleType

Unpacker = Callable[[Any], Any]

_LIST_OF = re.compile(r"tuple\[(\w+), \.\.\.\]")
_MAPPING_OF_LISTS = "Mapping[str, tuple[str, ...]]"


def pack(value: object) -> object:
    """Return records as lists of their fields, tuples as lists; what is for later is left out."""
    if isinstance(value, tuple):  # records are named tuples
        return [pack(item) for item in value]
    if isinstance(value, Mapping):
        return {key: pack(item) for key, item in value.items()}
    return None if isinstance(value, Later) else value


class Packing:
    """Unpacks the records that some modules define."""

    def __init__(self, *modules: ModuleType) -> None:
        self._records: dict[str, Any] = {
            name: value
            for module in modules
            for name, value in vars(module).items()
            if isinstance(value, type) and value.__module__ == module.__name__
        }
        self._unpackers: dict[str, Unpacker] = {}
        self.layout = ";".join(
            f"{name}({', '.join(f'{field}: {kind}' for field, kind in _fields(record))})"
            for name, record in self._records.items()
        )

    def unpack(self, name: str, packed: object) -> Any:  # noqa: ANN401 -- one method for all kinds of record
        """Return the record of a class that ``pack`` took apart.

        Raises:
            TypeError, ValueError, IndexError, KeyError: this is no such record, packed.
        """
        if not isinstance(packed, list):
            raise TypeError(packed)
        return self._unpacker(name)(packed)

    def _unpacker(self, annotation: str) -> Unpacker:
        """Return what makes a packed value one of the annotated type; ``_same`` where it is one already."""
        if annotation not in self._unpackers:
            self._unpackers[annotation] = self._make_unpacker(annotation)
        return self._unpackers[annotation]

    def _make_unpacker(self, annotation: str) -> Unpacker:
        if annotation in self._records:
            return self._record_unpacker(annotation)
        many = _LIST_OF.fullmatch(annotation)
        if many and many.group(1) in self._records:
            one = self._unpacker(many.group(1))
            return lambda packed: tuple([one(item) for item in packed])
        if annotation.startswith("tuple["):
            return tuple
        if annotation == _MAPPING_OF_LISTS:
            return lambda packed: {key: tuple(value) for key, value in packed.items()}
        return _same

    def _record_unpacker(self, name: str) -> Unpacker:
        record = self._records[name]
        # Most fields are texts and stay as they are; touching only the others halves the time.
        changed = [
            (index, unpack)
            for index, unpack in enumerate(self._unpacker(kind) for _field, kind in _fields(record))
            if unpack is not _same
        ]

        def unpack_record(packed: list[Any]) -> Any:  # noqa: ANN401
            for index, unpack in changed:
                packed[index] = unpack(packed[index])
            return record(*packed)

        return unpack_record


def _fields(record: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return name and annotation of each field; named tuples wrap their annotations."""
    # A record with lookups of its own is the child of the named tuple that holds its fields.
    fields = record if "_fields" in vars(record) else record.__base__
    return [
        (name, str(getattr(kind, "__forward_arg__", kind))) for name, kind in fields.__annotations__.items()
    ]


def _same(packed: Any) -> Any:  # noqa: ANN401
    return packed
