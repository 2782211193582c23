"""What can be wrong with the meshes the atlas is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class MeshFault(Exception):  # noqa: N818 (house word for what is wrong with a file)
    """A mesh folder or file that cannot be used; ``what`` is a sentence about it."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path = path
        self.what = what
