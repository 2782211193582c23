"""Charts of the skin: two coordinates for every mesh point of a part of the body.

A chart sees the left side; points of the right one are mirrored onto it first (see ``mirrored``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator
from scipy.spatial import cKDTree

Floats = NDArray[np.float64]
Triple = tuple[float, float, float]

DENSITY = 200
"""Samples per stretch between two nodes of an axis."""


class Chart(Protocol):
    """Gives mesh points (n × 3, metres, left side) two coordinates (n × 2)."""

    def place(self, points: Floats) -> Floats:
        """Return the coordinates of ``points``."""


@dataclass(frozen=True)
class Node:
    """A point on the axis of a part (metres), the coordinate there, and what counts as its front."""

    at: Triple
    along: float
    front: Triple


@dataclass(frozen=True)
class Tube:
    """A part around a curved axis: degrees from its front (positive outwards, −180…180), and along it.

    ``outwards`` is roughly the direction of +90 degrees.
    """

    nodes: tuple[Node, ...]
    outwards: Triple = (1.0, 0.0, 0.0)

    def place(self, points: Floats) -> Floats:
        """Return angle (degrees) and the coordinate along the axis."""
        axis = self._axis
        _, nearest = axis.tree.query(points)
        offset = points - axis.middle[nearest]
        forth = np.einsum("ij,ij->i", offset, axis.front[nearest])
        aside = np.einsum("ij,ij->i", offset, axis.aside[nearest])
        ahead = np.einsum("ij,ij->i", offset, axis.tangent[nearest])
        along = axis.along[nearest] + ahead * axis.rate[nearest]
        return np.stack([np.degrees(np.arctan2(aside, forth)), along], axis=1)

    @cached_property
    def _axis(self) -> _Axis:
        nodes = np.array([node.at for node in self.nodes])
        fine = np.linspace(0, len(nodes) - 1, DENSITY * (len(nodes) - 1) + 1)
        number = np.arange(len(nodes))
        middle = np.stack([np.interp(fine, number, nodes[:, axis]) for axis in range(3)], axis=1)
        middle = _evened(middle)
        along = _evened(np.interp(fine, number, np.array([node.along for node in self.nodes]))[:, None])[:, 0]
        tangent = np.gradient(middle, axis=0)
        length = np.linalg.norm(tangent, axis=1, keepdims=True)
        rate = np.gradient(along) / length[:, 0]
        tangent = tangent / length
        front = PchipInterpolator(number, np.array([node.front for node in self.nodes]))(fine)
        front = _unit(front - np.einsum("ij,ij->i", front, tangent)[:, None] * tangent)
        aside = np.cross(front, tangent)
        aside *= np.sign(aside @ np.array(self.outwards))[:, None]
        return _Axis(middle, tangent, front, aside, along, rate, cKDTree(middle))


@dataclass(frozen=True)
class _Axis:
    """A dense axis: its points, their frames, the coordinate along it and how fast that grows (per metre)."""

    middle: Floats
    tangent: Floats
    front: Floats
    aside: Floats
    along: Floats
    rate: Floats
    tree: cKDTree


@dataclass(frozen=True)
class Flat:
    """A part seen from one side: two of the three mesh coordinates, in millimetres."""

    axes: tuple[int, int]

    def place(self, points: Floats) -> Floats:
        """Return the two coordinates (millimetres)."""
        return np.asarray(points[:, self.axes] * 1000.0)


def mirrored(points: Floats) -> Floats:
    """Return ``points`` with those of the right side laid onto the left one."""
    left = points.copy()
    left[:, 0] = np.abs(left[:, 0])
    return left


def _evened(line: Floats) -> Floats:
    """Return the samples of an axis without the kinks at its nodes; its ends stay."""
    for _ in range(2):
        half = DENSITY // 4
        padded = np.pad(line, ((half, half), (0, 0)), mode="reflect", reflect_type="odd")
        window = np.ones(2 * half + 1) / (2 * half + 1)
        line = np.stack([np.convolve(column, window, "valid") for column in padded.T], axis=1)
    return line


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))
