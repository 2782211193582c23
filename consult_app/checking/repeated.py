"""Finds sentences that were pasted from group to group instead of written for each."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from consult_app.content.reading import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consult_app.content.draft import Prose
    from consult_app.problems import ProblemList

_FEWEST_WORDS = 8
_MOST_GROUPS = 2
_OWN_WORDS = frozenset(
    {
        "summary",
        "key_messages",
        "does",
        "reason",
        "text",
        "self_care",
        "treatment",
        "before",
        "question",
        "talking_points",
        "needling_notes",
    }
)
"""Fields that are to be about their own group. Signs of danger and zones are better told in equal words."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def check_repeated(texts: Iterable[Prose], problems: ProblemList) -> None:
    """Report each sentence that stands in more than two groups, in the third and every further one."""
    seen: dict[str, dict[str, Prose]] = defaultdict(dict)
    for prose in texts:
        if prose.path.startswith("groups.") and prose.audience != "evidence" and prose.key in _OWN_WORDS:
            group = prose.path.split(".")[1]
            for sentence in _SENTENCE_END.split(prose.text):
                if count_words(sentence) >= _FEWEST_WORDS:
                    seen[sentence.casefold()].setdefault(group, prose)
    for sentence, places in seen.items():
        for prose in list(places.values())[_MOST_GROUPS:]:
            first = next(iter(places))
            problems.warning(
                "repeated-sentence", prose.location, sentence, count=str(len(places)), first=first
            )
