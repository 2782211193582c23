"""``consult-app list``: what the catalogue holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from consult_app.cli.catalogue import open_catalogue
from consult_app.content import lookup

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from consult_app.content.records import Catalogue, MuscleGroup

Row = dict[str, Any]


def run_list(arguments: argparse.Namespace) -> int:
    """Print all things of one kind."""
    rows = LISTINGS[arguments.kind](open_catalogue(arguments.resources))
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        width = max((len(row["id"]) for row in rows), default=0)
        for row in rows:
            print(f"{row['id']:<{width}}  {row['name']}")
    return 0


def _groups(catalogue: Catalogue) -> list[Row]:
    return [_group(catalogue, group) for group in catalogue.groups]


def _group(catalogue: Catalogue, group: MuscleGroup) -> Row:
    conditions = (*lookup.conditions_of(catalogue, group), *lookup.wider_conditions_of(catalogue, group))
    return {
        "id": group.id,
        "name": group.name,
        "clinical_name": group.clinical_name,
        "region": group.area,
        "muscles": [muscle.id for muscle in group.muscles],
        "benefits": [shown.benefit.id for shown in lookup.benefits_of(catalogue, group)],
        "conditions": [condition.id for condition in conditions],
    }


def _muscles(catalogue: Catalogue) -> list[Row]:
    return [
        {
            "id": muscle.id,
            "name": muscle.name,
            "latin": muscle.latin,
            "group": group.id,
            "depth": muscle.depth,
        }
        for group, muscle in catalogue.muscle_by_id.values()
    ]


def _benefits(catalogue: Catalogue) -> list[Row]:
    return [
        {
            "id": benefit.id,
            "name": benefit.name,
            "everywhere": benefit.everywhere,
            "groups": _ids(lookup.groups_for_benefit(catalogue, benefit.id)),
        }
        for benefit in catalogue.benefits
    ]


def _conditions(catalogue: Catalogue) -> list[Row]:
    return [
        {
            "id": condition.id,
            "name": condition.name,
            "clinical_name": condition.clinical_name,
            "icd10": lookup.codes_of(condition),
            "red_flags": list(condition.red_flags),
            "groups": _ids(lookup.groups_for_condition(catalogue, condition.id)),
        }
        for condition in catalogue.conditions
    ]


def _zones(catalogue: Catalogue) -> list[Row]:
    return [
        {
            "id": zone.id,
            "name": zone.name,
            "area": zone.area,
            "groups": _ids(lookup.groups_for_zone(catalogue, zone.id)),
        }
        for zone in catalogue.zones
    ]


def _references(catalogue: Catalogue) -> list[Row]:
    return [
        {
            "id": reference.id,
            "name": reference.title,
            "authors": reference.authors,
            "year": reference.year,
            "link": reference.link,
        }
        for reference in catalogue.references
    ]


def _ids(groups: tuple[MuscleGroup, ...]) -> list[str]:
    return [group.id for group in groups]


LISTINGS: dict[str, Callable[[Catalogue], list[Row]]] = {
    "groups": _groups,
    "muscles": _muscles,
    "benefits": _benefits,
    "conditions": _conditions,
    "zones": _zones,
    "references": _references,
}
