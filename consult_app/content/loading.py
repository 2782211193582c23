"""A folder of YAML files to a catalogue and every problem in it; any error, and there is no catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from consult_app.content import detail_parsing, files, parsing, safety_parsing, wording
from consult_app.content.detail_records import Details
from consult_app.content.draft import Draft, Origins
from consult_app.content.fields import Fields, parse_record
from consult_app.content.later import Later
from consult_app.content.records import Catalogue
from consult_app.problems import Problem, SourceLocation, nearest
from consult_app.yaml_nodes import Node, read_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from consult_app.content.detail_records import Evidence, EvidenceRegion, GroupDetail, OutOfScope
    from consult_app.content.draft import Audience
    from consult_app.content.records import Area, Condition, MuscleGroup, Zone

Record = TypeVar("Record")

_PATIENTS_WORDS = ("ui.", "evidence.meaning.")
_OTHERS_WORDS = ("ui.practitioner.", "ui.about.")
"""Which of the program's own words patients read as they stand."""


class WholeGroup(NamedTuple):
    """All that the file of one muscle group says."""

    group: MuscleGroup
    detail: GroupDetail


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of a folder; ``catalogue`` is None when there is any error.

    ``groups`` may hold stand-ins for what is faulty. ``sound_groups`` are those whose own files are in
    order, so that rules about one group can look at them while others are still being written.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    draft: Draft
    groups: tuple[WholeGroup, ...] = ()
    sound_groups: tuple[WholeGroup, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def origins(self) -> Origins:
        """Where each record and text was written."""
        return self.draft.origins


def load_catalogue(folder: Path) -> Parsed:
    """Read, parse and cross-check all files of a catalogue folder."""
    draft = Draft(SourceLocation(folder))
    if not folder.is_dir():
        draft.problems.error("missing-folder", SourceLocation(folder))
        return Parsed(None, draft.problems.in_order(), draft)
    loader = _Loader(folder, draft)
    catalogue = loader.load()
    draft.check_uses()
    _check_stray_files(folder, draft)
    found = None if draft.problems.has_errors else catalogue
    faulty = {problem.location.file for problem in draft.problems if problem.is_error}
    return Parsed(
        catalogue=found,
        problems=draft.problems.in_order(),
        draft=draft,
        groups=tuple(loader.groups.values()),
        sound_groups=tuple(whole for path, whole in loader.groups.items() if path not in faulty),
        words=loader.words,
    )


class _Loader:
    """Reads the files of one folder into one draft."""

    def __init__(self, folder: Path, draft: Draft) -> None:
        self._folder = folder
        self._draft = draft
        self.groups: dict[Path, WholeGroup] = {}
        self.words: dict[str, str] = {}

    def load(self) -> Catalogue | None:
        """Return the catalogue, or None where a whole file is missing or broken."""
        passport = self._single(files.PASSPORT, "passport", parsing.parse_passport)
        zones = self._single(files.ZONES, "", _parse_zones, ("area", "zone"))
        benefits = self._listed(files.BENEFITS, "benefits", parsing.parse_benefit, "benefit")
        conditions = self._single(files.CONDITIONS, "", _parse_conditions, ("condition", "out-of-scope"))
        safety = self._single(files.SAFETY, "safety", safety_parsing.parse_safety)
        words = self._single(files.INTERFACE, "", _parse_words)
        details = self._details()
        self._read_groups()
        if words is not None:
            self.words = words
            self._check_words(words)
        if not (passport and zones and conditions and safety and words and details):
            return None
        groups = _head_to_foot(tuple(self.groups.values()), zones[0])
        details = details._replace(groups=tuple(whole.detail for whole in groups), not_for=conditions[1])
        return Catalogue(
            passport=passport,
            areas=zones[0],
            zones=zones[1],
            groups=tuple(whole.group for whole in groups),
            benefits=benefits,
            conditions=conditions[0],
            safety=safety,
            words=words,
            later=Later.now(details),
        )

    def _details(self) -> Details | None:
        """Return the details but for groups and what is out of scope, which stand elsewhere."""
        evidence = self._single(files.EVIDENCE, "", _parse_evidence_file, ("evidence", "evidence region"))
        references = self._listed(files.REFERENCES, "references", detail_parsing.parse_reference, "reference")
        options = self._listed(files.OPTIONS, "options", detail_parsing.parse_options, "options")
        visit = self._listed(files.VISIT, "visit", detail_parsing.parse_visit_section, "visit section")
        if evidence is None:
            return None
        return Details((), evidence[0], evidence[1], references, (), options, visit)

    def _single(
        self, name: str, path: str, parse: Callable[[Fields], Record], kinds: tuple[str, ...] = ()
    ) -> Record | None:
        node = self._read(self._folder / name)
        if node is None:
            self._draft.give_up_kinds(kinds)
            return None
        return parse_record(node, path, self._draft, parse)

    def _listed(
        self, name: str, key: str, parse: Callable[[Fields], Record], kind: str
    ) -> tuple[Record, ...]:
        def parse_list(fields: Fields) -> tuple[Record, ...]:
            return fields.records(key, parse, at_least=1)

        return self._single(name, "", parse_list, (kind,)) or ()

    def _read_groups(self) -> None:
        try:
            paths = files.muscle_files(self._folder)
        except OSError:
            paths = ()
        if not paths:
            self._draft.problems.error("no-muscle-files", SourceLocation(self._folder / files.MUSCLES))
        for path in paths:
            whole = self._group(path)
            if whole is not None:
                self.groups[path] = whole

    def _group(self, path: Path) -> WholeGroup | None:
        node = self._read(path)
        if node is None:
            return None
        whole = parse_record(node, f"groups.{path.stem}", self._draft, _parse_group_file)
        if whole.group.id and whole.group.id != path.stem:
            location = self._draft.origins.of(f"groups.{path.stem}.id")
            self._draft.problems.error("id-differs-from-file", location, whole.group.id, file=path.name)
        return whole

    def _read(self, path: Path) -> Node | None:
        node, problems = read_nodes(path)
        self._draft.problems.extend(problems)
        return node

    def _check_words(self, words: dict[str, str]) -> None:
        for key, places in wording.REQUIRED_WORDS.items():
            location = self._draft.origins.of(f"words.{key}")
            if key not in words:
                self._draft.problems.error("missing-word", location, key)
            elif wording.placeholders(words[key]) != places:
                wanted = ", ".join(f"{{{place}}}" for place in sorted(places))
                self._draft.problems.error("wrong-placeholders", location, key, wanted=wanted or "none")


def _parse_zones(fields: Fields) -> tuple[tuple[Area, ...], tuple[Zone, ...]]:
    areas = fields.records("areas", parsing.parse_area, at_least=1)
    return areas, fields.records("zones", parsing.parse_zone, at_least=1)


def _parse_conditions(fields: Fields) -> tuple[tuple[Condition, ...], tuple[OutOfScope, ...]]:
    conditions = fields.records("conditions", parsing.parse_condition, at_least=1)
    return conditions, fields.records("not_for", detail_parsing.parse_out_of_scope, at_least=1)


def _parse_evidence_file(fields: Fields) -> tuple[tuple[EvidenceRegion, ...], tuple[Evidence, ...]]:
    regions = fields.records(
        "regions", detail_parsing.parse_evidence_region, at_least=1, path="evidence-regions"
    )
    return regions, fields.records("evidence", detail_parsing.parse_evidence, at_least=1)


def _parse_group_file(fields: Fields) -> WholeGroup:
    group = parsing.parse_group(fields)
    return WholeGroup(group, detail_parsing.parse_group_detail(fields, group.id))


def _parse_words(fields: Fields) -> dict[str, str]:
    return fields.words("words", _audience_of_words)


def _audience_of_words(key: str) -> Audience:
    is_plain = key.startswith(_PATIENTS_WORDS) and not key.startswith(_OTHERS_WORDS)
    return "patient" if is_plain else "practitioner"


def _head_to_foot(groups: tuple[WholeGroup, ...], areas: tuple[Area, ...]) -> tuple[WholeGroup, ...]:
    """Sort groups as people look for them: by area from head to foot, then by name."""
    order = {area.id: index for index, area in enumerate(areas)}

    def place(whole: WholeGroup) -> tuple[int, str]:
        return order.get(whole.group.area, len(order)), whole.group.name.casefold()

    return tuple(sorted(groups, key=place))


def _check_stray_files(folder: Path, draft: Draft) -> None:
    for path in files.stray_files(folder):
        near = nearest(path.name, files.SINGLE_FILES)
        draft.problems.warning("stray-file", SourceLocation(path), path.name, nearest=near)
