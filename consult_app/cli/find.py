"""``consult-app find``: what the search field would answer."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from consult_app.cli.catalogue import open_catalogue
from consult_app.content.search import SearchIndex

if TYPE_CHECKING:
    import argparse


def run_find(arguments: argparse.Namespace) -> int:
    """Print the hits for a text, best first."""
    text = " ".join(arguments.text)
    hits = SearchIndex(open_catalogue(arguments.resources)).find(text)
    if arguments.json:
        rows = [
            {"kind": hit.kind, "id": hit.id, "label": hit.label, "groups": list(hit.groups)} for hit in hits
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    if not hits:
        print(f"Nothing is like “{text}”.", file=sys.stderr)
    for hit in hits:
        print(f"{hit.kind:<9}  {hit.id}  {hit.label}")
    return 0
