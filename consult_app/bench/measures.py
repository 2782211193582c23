"""The measurements other than start-up: each runs its probes and names what they found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consult_app.bench import figures
from consult_app.bench.figures import Figure
from consult_app.bench.spread import median, nearly_worst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult_app.bench.context import Context

_MB = 1_000_000


def measure_taps(context: Context) -> list[Figure]:
    """Measure press to painted answer, with our catalogue and with the largest."""
    found = []
    for times in sorted({1, max(context.plan.scales)}):
        report = context.probe("taps", times, rounds=context.plan.tap_rounds)
        limits = (figures.TAP_MS, figures.TAP_WORST_MS) if times == 1 else (None, None)
        name = "tap to answer" + context.size_note(times)
        found += _middle_and_end(name, report["ms"], report["bare"], limits)
        if report["unanswered"]:
            found.append(Figure(f"{name}, without an answer", report["unanswered"], "taps", 0.0))
    return found


def measure_turning(context: Context) -> list[Figure]:
    """Measure the frames of turning by one step and, where the figure can be dragged round, of that."""
    report = context.probe("turning", rounds=context.plan.turn_rounds)
    found = _middle_and_end("turning, a frame", report["step"], report["bare"], (figures.FRAME_MS, None))
    if report["drag"]:
        found += _middle_and_end(
            "dragging, a frame", report["drag"], report["bare"], (figures.FRAME_MS, None)
        )
    return found


def measure_search(context: Context) -> list[Figure]:
    """Measure each key of a search at several sizes of the catalogue."""
    found = []
    for times in context.plan.scales:
        report = context.probe("search", scale=times, rounds=context.plan.search_rounds)
        limits = (figures.KEY_MS if times == max(context.plan.scales) else None, None)
        note = context.size_note(times)
        found += _middle_and_end(f"search, a key{note}", report["ms"], report["bare"], limits)
        found.append(Figure(f"search, index made{note}", report["made"], "ms"))
    return found


def measure_loading(context: Context) -> list[Figure]:
    """Measure reading the catalogue, from YAML and from the compiled copy, at several sizes."""
    found = []
    for times in context.plan.scales:
        report = context.probe("loading", times, rounds=context.plan.load_rounds)
        note = context.size_note(times)
        for source, name in (("copy", "compiled copy"), ("yaml", "YAML")):
            value, bare = median(report[source]), median(report[f"{source}_bare"])
            found.append(Figure(f"loading from {name}{note}", value, "ms", None, bare))
    return found


def measure_memory(context: Context) -> list[Figure]:
    """Measure the memory after a look at every plate, beside a bare window's."""
    found = []
    bare = context.runner.probe("memory_bare")
    for times in sorted({1, max(context.plan.scales)}):
        ours = context.probe("memory", times)
        if ours is None or bare is None:
            continue
        name = f"memory ({ours['kind']}) after every plate{context.size_note(times)}"
        limit = figures.MEMORY_MIB if times == 1 else None
        found.append(Figure(name, ours["mib"], "MiB", limit, bare["mib"]))
    return found


def measure_idle(context: Context) -> list[Figure]:
    """Measure a still window and a bare one at the same time."""
    seconds = context.plan.idle_seconds
    processes = (
        context.runner.start("idle", resources=str(context.content(1)), seconds=seconds),
        context.runner.start("idle_bare", seconds=seconds),
    )
    ours, bare = (context.runner.finish(process) for process in processes)
    over = f"over {seconds} s"
    found = [Figure(f"idle processor {over}", ours["percent"], "%", figures.IDLE_PERCENT, bare["percent"])]
    if ours["wake_ups"] is not None:
        name = f"idle wake-ups {over}"
        found.append(Figure(name, ours["wake_ups"], "", figures.WAKE_UPS, bare["wake_ups"]))
    return found


def measure_growth(context: Context) -> list[Figure]:
    """Measure how memory grows over many random taps."""
    ours = context.probe("growth", taps=context.plan.taps)
    bare = context.runner.probe("growth_bare", taps=context.plan.taps)
    if ours is None or bare is None:
        return []
    return [Figure(f"growth over {context.plan.taps:,} taps", ours, "MiB", figures.GROWTH_MIB, bare)]


def measure_disk(context: Context) -> list[Figure]:
    """Measure what the resources take on disk."""
    size = sum(path.stat().st_size for path in context.content(1).rglob("*") if path.is_file())
    return [Figure("resources on disk", size / _MB, "MB", figures.RESOURCES_MB)]


def _middle_and_end(
    name: str,
    values: Sequence[float],
    bare: Sequence[float],
    limits: tuple[float | None, float | None],
) -> list[Figure]:
    """Return median and 99th percentile of milliseconds, each beside the baseline's."""
    kinds: tuple[tuple[str, Any], ...] = (("median", median), ("99th percentile", nearly_worst))
    return [
        Figure(f"{name}, {kind}", summary(values), "ms", limit, summary(bare))
        for (kind, summary), limit in zip(kinds, limits, strict=True)
    ]
