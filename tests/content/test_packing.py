"""Records come back from plain lists as they were."""

from __future__ import annotations

import json
from types import ModuleType
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.content import detail_records, records, safety_records
from consult_app.content.detail_records import GroupDetail, Options, VisitSection
from consult_app.content.later import Later
from consult_app.content.packing import Packing, pack
from consult_app.content.safety_records import Safety, SafetyQuestion

# Not a number is not equal to itself, so it would come back as something else.
st.register_type_strategy(float, st.floats(allow_nan=False))
PACKING = Packing(records, safety_records, detail_records)


@settings(max_examples=40, deadline=None)
@given(record=st.one_of(*map(st.from_type, (GroupDetail, Options, VisitSection, SafetyQuestion, Safety))))
def test_any_record_comes_back(record: tuple[object, ...]) -> None:
    packed = json.loads(json.dumps(pack(record)))
    again = PACKING.unpack(type(record).__name__, packed)
    assert again == record
    assert type(again) is type(record)


def test_what_is_for_later_is_left_out() -> None:
    assert pack((1, Later.now("x"), ("y",))) == [1, None, ["y"]]


@pytest.mark.parametrize("packed", [{}, "text", None, 7])
def test_what_is_no_list_is_no_record(packed: object) -> None:
    with pytest.raises(TypeError):
        PACKING.unpack("Options", packed)


def test_the_layout_names_every_field_and_kind() -> None:
    class Thing(NamedTuple):
        name: str
        size: int

    module = ModuleType(Thing.__module__)
    vars(module).update(Thing=Thing, other=7)
    assert Packing(module).layout == "Thing(name: str, size: int)"
