"""A value that is read when somebody first asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


class Later(Generic[Value]):
    """Holds how to get a value until it is asked for, and the value from then on."""

    __slots__ = ("_read", "_value")

    def __init__(self, read: Callable[[], Value]) -> None:
        self._read: Callable[[], Value] | None = read
        self._value: Value | None = None

    @classmethod
    def now(cls, value: Value) -> Later[Value]:
        """Return one whose value is there already."""
        later = cls(lambda: value)
        later._value, later._read = value, None
        return later

    @property
    def value(self) -> Value:
        """The value."""
        if self._read is not None:
            self._value, self._read = self._read(), None
        return cast("Value", self._value)

    def __eq__(self, other: object) -> bool:
        return self.value == other.value if isinstance(other, Later) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return "Later(…)" if self._read is not None else f"Later({self._value!r})"
