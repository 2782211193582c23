"""A folder of YAML files to a catalogue and every problem in it; any error, and there is no catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from consult_app.content import files, parsing, wording
from consult_app.content.draft import Draft, Origins
from consult_app.content.fields import Fields, parse_record
from consult_app.content.records import (
    Area,
    Catalogue,
    Evidence,
    EvidenceRegion,
    MuscleGroup,
    Zone,
)
from consult_app.problems import Problem, SourceLocation, nearest
from consult_app.yaml_nodes import Node, read_nodes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of a folder; ``catalogue`` is None when there is any error."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    draft: Draft

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
    catalogue = _Loader(folder, draft).load()
    draft.check_uses()
    _check_stray_files(folder, draft)
    found = None if draft.problems.has_errors else catalogue
    return Parsed(found, draft.problems.in_order(), draft)


class _Loader:
    """Reads the files of one folder into one draft."""

    def __init__(self, folder: Path, draft: Draft) -> None:
        self._folder = folder
        self._draft = draft

    def load(self) -> Catalogue | None:
        """Return the catalogue, or None where a whole file is missing or broken."""
        passport = self._single(files.PASSPORT, "passport", parsing.parse_passport)
        zones = self._single(files.ZONES, "", _parse_zones, ("area", "zone"))
        benefits = self._listed(files.BENEFITS, "benefits", parsing.parse_benefit, "benefit")
        conditions = self._listed(files.CONDITIONS, "conditions", parsing.parse_condition, "condition")
        evidence = self._single(files.EVIDENCE, "", _parse_evidence_file, ("evidence", "evidence region"))
        references = self._listed(files.REFERENCES, "references", parsing.parse_reference, "reference")
        safety = self._single(files.SAFETY, "safety", parsing.parse_safety)
        words = self._single(files.INTERFACE, "", _parse_words)
        groups = self._groups()
        if words is not None:
            self._check_words(words)
        if passport is None or zones is None or evidence is None or safety is None or words is None:
            return None
        return Catalogue(
            passport=passport,
            areas=zones[0],
            zones=zones[1],
            groups=_head_to_foot(groups, zones[0]),
            benefits=benefits,
            conditions=conditions,
            evidence_regions=evidence[0],
            evidence=evidence[1],
            references=references,
            safety=safety,
            words=words,
        )

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

    def _groups(self) -> tuple[MuscleGroup, ...]:
        try:
            paths = files.muscle_files(self._folder)
        except OSError:
            paths = ()
        if not paths:
            self._draft.problems.error("no-muscle-files", SourceLocation(self._folder / files.MUSCLES))
        found = [self._group(path) for path in paths]
        return tuple(group for group in found if group is not None)

    def _group(self, path: Path) -> MuscleGroup | None:
        node = self._read(path)
        if node is None:
            return None
        group = parse_record(node, f"groups.{path.stem}", self._draft, parsing.parse_group)
        if group.id and group.id != path.stem:
            location = self._draft.origins.of(f"groups.{path.stem}.id")
            self._draft.problems.error("id-differs-from-file", location, group.id, file=path.name)
        return group

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


def _parse_evidence_file(fields: Fields) -> tuple[tuple[EvidenceRegion, ...], tuple[Evidence, ...]]:
    regions = fields.records("regions", parsing.parse_evidence_region, at_least=1, path="evidence-regions")
    return regions, fields.records("evidence", parsing.parse_evidence, at_least=1)


def _parse_words(fields: Fields) -> dict[str, str]:
    return fields.words("words")


def _head_to_foot(groups: tuple[MuscleGroup, ...], areas: tuple[Area, ...]) -> tuple[MuscleGroup, ...]:
    """Sort groups as people look for them: by area from head to foot, then by name."""
    order = {area.id: index for index, area in enumerate(areas)}
    return tuple(sorted(groups, key=lambda group: (order.get(group.area, len(order)), group.name.casefold())))


def _check_stray_files(folder: Path, draft: Draft) -> None:
    for path in files.stray_files(folder):
        near = nearest(path.name, files.SINGLE_FILES)
        draft.problems.warning("stray-file", SourceLocation(path), path.name, nearest=near)
