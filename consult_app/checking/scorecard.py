"""The figures of a release: how readable, how well sourced, how balanced, how large, how reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from consult_app.checking.group_rules import LEAST_BALANCE, MOST_BALANCE, balance_of
from consult_app.checking.report import place_of
from consult_app.checking.source_rules import UNREAD, UNRECORDED, statements_of
from consult_app.checking.text_rules import graded
from consult_app.content import lookup
from consult_app.content.reading import HARDEST_AVERAGE, HARDEST_TEXT, LONGEST_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from consult_app.content.loading import Parsed
    from consult_app.content.lookup import ShownBenefit
    from consult_app.content.records import Catalogue


class Figure(NamedTuple):
    """One figure; ``limit`` is what it is measured by, and ``where`` what it comes from."""

    name: str
    value: float | str
    unit: str = ""
    limit: str = ""
    ok: bool | None = None
    where: str = ""


class Claims(NamedTuple):
    """Every benefit that is shown for a muscle group, counted once for each group.

    ``graded`` are those with a level of certainty; ``sourced`` those of them whose finding rests on at
    least one work that was read. ``without_studies`` say openly that there are no good studies; they claim
    nothing and need no source.
    """

    shown: int
    graded: int
    sourced: int
    without_studies: int

    @property
    def share(self) -> float:
        """Percent of the claims that have a level and a source, of all that claim anything."""
        return 100.0 * self.sourced / max(1, self.shown - self.without_studies)


def figures_of(parsed: Parsed, catalogue: Catalogue, today: date) -> list[Figure]:
    """Return all figures of a catalogue."""
    return [
        *_counts(catalogue),
        *_reading(parsed),
        *_balance(catalogue),
        *_claims(catalogue),
        *_statements(catalogue),
        *_review(catalogue, today),
    ]


def claims_of(catalogue: Catalogue) -> Claims:
    """Count the benefits that are shown, and what stands behind them."""
    shown = [item for group in catalogue.groups for item in lookup.benefits_of(catalogue, group)]
    levelled = [item for item in shown if item.certainty is not None]
    return Claims(
        shown=len(shown),
        graded=len(levelled),
        sourced=sum(_is_sourced(catalogue, item) for item in levelled),
        without_studies=sum(item.graded is None or not item.graded.references for item in shown),
    )


def _is_sourced(catalogue: Catalogue, shown: ShownBenefit) -> bool:
    return shown.graded is not None and _any_read(catalogue, shown.graded.references)


def _any_read(catalogue: Catalogue, references: Iterable[str]) -> bool:
    """Whether one of some works is known to have been read, if only its abstract."""
    bases = {catalogue.reference_by_id[name].finding_basis for name in references}
    return not bases <= {UNREAD, UNRECORDED}


def _counts(catalogue: Catalogue) -> Iterator[Figure]:
    details = catalogue.details
    for name, things in (
        ("muscle groups", catalogue.groups),
        ("muscles", catalogue.muscle_by_id),
        ("trigger points", catalogue.trigger_point_by_id),
        ("pain zones", catalogue.zones),
        ("benefits", catalogue.benefits),
        ("conditions", catalogue.conditions),
        ("out of scope", details.not_for),
        ("options pages", details.options),
        ("findings", catalogue.evidence),
        ("references", catalogue.references),
    ):
        yield Figure(name, len(things))


def _reading(parsed: Parsed) -> Iterator[Figure]:
    texts = graded(parsed)
    yield Figure("texts for patients", len(texts))
    if not texts:
        return
    mean = sum(level.grade for _, level in texts) / len(texts)
    yield Figure(
        "mean reading grade", round(mean, 2), "years", f"≤ {HARDEST_AVERAGE:g}", ok=mean <= HARDEST_AVERAGE
    )
    hardest, level = max(texts, key=lambda item: item[1].grade)
    yield Figure(
        "worst reading grade",
        round(level.grade, 1),
        "years",
        f"≤ {HARDEST_TEXT:g}",
        ok=level.grade <= HARDEST_TEXT,
        where=f"{hardest.path} ({place_of(hardest.location)})",
    )
    longest, level = max(texts, key=lambda item: item[1].longest_sentence)
    yield Figure(
        "longest sentence",
        level.longest_sentence,
        "words",
        f"≤ {LONGEST_SENTENCE}",
        ok=level.longest_sentence <= LONGEST_SENTENCE,
        where=f"{longest.path} ({place_of(longest.location)})",
    )


def _balance(catalogue: Catalogue) -> Iterator[Figure]:
    ratios = [(balance_of(group).ratio, group.id) for group in catalogue.groups]
    limit = f"{LEAST_BALANCE:g} to {MOST_BALANCE:g}"
    for name, (ratio, group) in (("least", min(ratios)), ("most", max(ratios))):
        is_fair = LEAST_BALANCE <= ratio <= MOST_BALANCE
        yield Figure(
            f"{name} words on benefits per word on harms", round(ratio, 2), "", limit, ok=is_fair, where=group
        )


def _claims(catalogue: Catalogue) -> Iterator[Figure]:
    claims = claims_of(catalogue)
    yield Figure("claims shown (benefit in a group)", claims.shown)
    yield Figure("… saying openly that there are no good studies", claims.without_studies)
    yield Figure("… with a level", claims.graded)
    yield Figure("… with a level and a source that was read", claims.sourced)
    yield Figure(
        "share with level and source",
        round(claims.share, 1),
        "%",
        "= 100",
        ok=claims.sourced == claims.shown - claims.without_studies,
    )


def _statements(catalogue: Catalogue) -> Iterator[Figure]:
    """Trigger points, notes on studies, safety, options and visits: verified, or openly marked as not."""
    statements = list(statements_of(catalogue))
    verified = [item for item in statements if item.verified]
    read = sum(_any_read(catalogue, item.references) for item in verified)
    yield Figure("statements that name their sources", len(statements))
    yield Figure("… verified by a work that was read", read)
    yield Figure("… verified, how much was read is not recorded", len(verified) - read)
    yield Figure("… openly marked as not verified", len(statements) - len(verified))


def _review(catalogue: Catalogue, today: date) -> Iterator[Figure]:
    passport = catalogue.passport
    reviewer = passport.reviewer or "not yet reviewed by a clinician"
    yield Figure("version", passport.version)
    yield Figure("reviewed by", reviewer, ok=bool(passport.reviewer))
    yield Figure("review due", passport.review_due or "no date")
    overdue = [group.id for group in catalogue.groups if lookup.is_review_due(catalogue, group, today)]
    where = " ".join(overdue)
    yield Figure("groups whose review is overdue", len(overdue), "", "= 0", ok=not overdue, where=where)
