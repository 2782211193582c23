"""A tiny complete catalogue as text files, so that tests do not depend on the real words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.content.search_entries import GUIDES
from consult_app.content.wording import REQUIRED_WORDS
from tests.helpers.muscle_files import JAW, TRAPEZIUS

if TYPE_CHECKING:
    from pathlib import Path

PASSPORT = """\
title: "Small catalogue"
version: "1"
languages: [en]
authors: ["A. Author"]
reviewer: ""
reviewed_on: "2026-01-31"
review_due: ""
funding: ""
licence: "CC BY 4.0"
"""

ZONES = """\
areas:
  - {id: head, name: "Head and jaw", also_called: [face]}
  - {id: neck, name: "Neck"}
zones:
  - {id: face.jaw, name: "Jaw", area: head, paired: true}
  - {id: head.temple, name: "Temple", area: head, paired: true}
  - {id: neck.side, name: "Side of the neck", area: neck, paired: true}
"""

BENEFITS = """\
benefits:
  - id: pain-relief
    name: "Pain relief"
    also_called: ["less pain"]
    summary: "It may hurt less."
    reason: "The needle goes to the sore spot."
    verb: [reduce, reduces]
    everywhere: false
    correction: ""
    how: "Nobody knows how."
    for_whom: "For sore muscles."
    references: [jones-2021]
  - id: range-of-motion
    name: "Range of movement"
    summary: "You may move more."
    reason: "A loose muscle lets you move."
    verb: [improve, improves]
    everywhere: false
    correction: ""
    how: "Nobody knows how."
    for_whom: "For sore muscles."
    references: [jones-2021]
  - id: minimally-invasive
    name: "Minimally invasive"
    summary: "A thin needle goes through the skin."
    reason: "There is no cut."
    verb: [avoid, avoids]
    everywhere: true
    correction: "It is not without a wound."
    how: "The needle is thin."
    for_whom: "For all."
    references: []
"""

CONDITIONS = """\
conditions:
  - id: neck-pain
    name: "Neck pain"
    clinical_name: "Cervicalgia"
    also_called: ["stiff neck"]
    icd10: "M54.2"
    summary: "The neck hurts."
    red_flags: ["You fell on your head: get help."]
    first_steps: ["Keep it moving."]
    references: [smith-2020]
  - id: jaw-pain
    name: "Jaw pain"
    clinical_name: "Temporomandibular myalgia"
    summary: "The jaw hurts."
    red_flags: []
    first_steps: ["Eat soft food."]
    references: []
  - id: upper-body-pain
    name: "Pain in the upper body"
    clinical_name: "Upper-quarter pain"
    summary: "Neck or jaw hurts."
    includes: [neck-pain, jaw-pain]
    red_flags: []
    first_steps: ["Stay active."]
    references: []
  - id: muscle-pain
    name: "Muscle pain"
    clinical_name: "Myalgia"
    summary: "A muscle hurts."
    everywhere: true
    red_flags: []
    first_steps: ["Give it time."]
    references: []
not_for:
  - id: chest-pain
    name: "Chest pain"
    also_called: ["tight chest"]
    text: "Call for help now."
    urgency: emergency
    references: []
  - id: fever
    name: "Fever"
    text: "Rest and see a doctor."
    urgency: same-day
    references: [jones-2021]
  - id: looks
    name: "Smooth skin"
    also_called: [wrinkles]
    text: "Needling is not for this."
    urgency: none
    references: []
"""

EVIDENCE = """\
regions:
  - {id: whole-body, name: "whole body"}
  - {id: neck, name: "neck"}
  - {id: jaw, name: "jaw"}
evidence:
  - id: pain-neck
    benefit: pain-relief
    region: neck
    headline: true
    outcome: "neck pain"
    condition: "neck pain"
    certainty: low
    direction: benefit
    horizon: up-to-12-weeks
    compared_with: "sham needling"
    effect: "MD -2.31"
    graded_by: source
    references: [smith-2020]
    verified: true
  - id: pain-neck-long
    benefit: pain-relief
    region: neck
    headline: false
    outcome: "neck pain"
    condition: "neck pain"
    certainty: very-low
    direction: no-clear-difference
    horizon: long-term
    compared_with: "other treatments"
    effect: ""
    graded_by: assessor
    references: [smith-2020]
    verified: true
    note: "One small study."
  - id: pain-everywhere
    benefit: pain-relief
    region: whole-body
    headline: true
    outcome: "muscle pain"
    condition: "muscle pain"
    certainty: moderate
    direction: benefit
    horizon: immediate
    compared_with: ""
    effect: ""
    graded_by: source
    references: [jones-2021]
    verified: true
  - id: motion-jaw
    benefit: range-of-motion
    region: jaw
    headline: true
    outcome: "how far the jaw opens"
    condition: "jaw pain"
    certainty: very-low
    direction: mixed
    horizon: immediate
    compared_with: ""
    effect: ""
    graded_by: assessor
    references: []
    verified: false
  - id: technique
    benefit: minimally-invasive
    region: whole-body
    headline: true
    outcome: "cuts"
    condition: "what it is"
    certainty: high
    direction: benefit
    horizon: immediate
    compared_with: "surgery"
    effect: ""
    graded_by: assessor
    references: [jones-2021]
    verified: true
"""

REFERENCES = """\
references:
  - id: smith-2020
    type: trial
    authors: "Smith A"
    year: "2020"
    title: "A trial"
    journal: "Journal"
    doi: ""
    pmid: ""
    link: ""
    finding_basis: abstract
    verified: true
  - id: jones-2021
    type: review
    authors: "Jones B"
    year: "2021"
    title: "A review"
    journal: "Journal"
    doi: ""
    pmid: ""
    link: ""
    finding_basis: abstract
    verified: true
"""

SAFETY = """\
must_know:
  - {id: through-skin, text: "The needle goes through the skin.", references: [jones-2021], verified: true}
lung_warning: {id: lung, text: "Get help if you lack breath.", references: [jones-2021], verified: true}
do_not_needle:
  - {id: no-consent, text: "You do not want it.", references: [], verified: false}
ask_first:
  - {id: blood-thinner, text: "You take blood thinners.", references: [], verified: false}
side_effects:
  - id: bruise
    name: "Bruise"
    low: 5
    high: 8.5
    sentence: "About 5 to 9 of 100 sessions."
    references: [jones-2021]
    verified: true
during:
  - {id: twitch, text: "The muscle may twitch.", references: [], verified: false}
after:
  - {id: sore, text: "You may be sore.", references: [], verified: false}
aftercare:
  - {id: move, text: "Move as you like.", references: [], verified: false}
help_signs:
  - id: breath
    urgency: emergency
    text: "You are short of breath."
    why: "The lung may be hurt."
    references: []
    verified: false
questions:
  - id: ask-blood
    ask: "Do you take blood thinners?"
    why: "You may bruise."
    when_yes: "Tell us first."
    scope: everywhere
    precaution: ask-first
    references: [jones-2021]
    verified: true
  - id: ask-lung
    ask: "Is your lung ill?"
    why: "The lung is near."
    when_yes: "Ask your doctor first."
    scope: near-lung
    precaution: do-not
    references: []
    verified: false
questions_to_ask: ["Who will treat me?"]
red_flags:
  - {id: rf-fall, text: "You fell hard.", urgency: same-day, areas: [neck], references: [], verified: false}
  - {id: rf-ill, text: "You feel very ill.", urgency: emergency, areas: [], references: [], verified: false}
disagreements:
  - id: dis-rate
    text: "Counts differ."
    clinical: "Surveys count differently."
    references: [jones-2021, smith-2020]
"""

OPTIONS = """\
options:
  - id: neck-pain-options
    condition: neck-pain
    intro: "There are four ways."
    choices:
      - kind: needling
        name: "Needling"
        what: "A thin needle goes in."
        helps: "It may ease pain."
        harms: "It may leave a bruise."
        effort: "Some visits."
        certainty: low
        references: [smith-2020]
        verified: true
      - kind: exercise
        name: "Exercise"
        what: "You move the neck."
        helps: "It may ease pain."
        harms: "It may be sore."
        effort: "Some minutes a day."
        certainty: moderate
        references: [jones-2021]
        verified: true
      - kind: hands-on
        name: "Hands-on"
        what: "Hands press the muscle."
        helps: "It may ease pain."
        harms: "It may be sore."
        effort: "Some visits a month."
        certainty: low
        references: [jones-2021]
        verified: true
      - kind: wait
        name: "Waiting"
        what: "You give it time."
        helps: "It often gets better."
        harms: "It may last long."
        effort: "Some patience."
        certainty: none
        references: []
        verified: false
    matters:
      - id: no-needles
        text: "I want no needles."
        favours: [exercise, hands-on, wait]
        why: "They need no needle."
"""

VISIT = """\
visit:
  - id: fear-of-needles
    title: "If you fear needles"
    points: ["The needle is thin."]
    calm_points: ["You lie down and rest."]
    references: [jones-2021]
    verified: true
"""

BANNED_WORDS = """\
banned:
  - {text: "cure*", instead: "Say what may ease."}
  - {text: "highly effective", instead: "Do not promise."}
calm:
  - {text: "needl*", instead: "Say it without."}
"""


def _interface() -> str:
    words = {
        key: " ".join(["words", *(f"{{{place}}}" for place in sorted(places))])
        for key, places in REQUIRED_WORDS.items()
    }
    words["search.small-words"] = "i my the can't"
    words |= {f"ui.guide.{guide}": f"The guide to {guide}" for guide in GUIDES}
    words["check.lung"] = "lung"
    words["check.breath"] = "breath, chest pain"
    return "words:\n" + "".join(f'  {key}: "{text}"\n' for key, text in words.items())


FILES = {
    "catalogue.yaml": PASSPORT,
    "zones.yaml": ZONES,
    "benefits.yaml": BENEFITS,
    "conditions.yaml": CONDITIONS,
    "evidence.yaml": EVIDENCE,
    "references.yaml": REFERENCES,
    "safety.yaml": SAFETY,
    "options.yaml": OPTIONS,
    "visit.yaml": VISIT,
    "interface.yaml": _interface(),
    "banned-words.yaml": BANNED_WORDS,
    "muscles/upper-trapezius.yaml": TRAPEZIUS,
    "muscles/jaw.yaml": JAW,
}


def write_catalogue(folder: Path) -> Path:
    """Write the tiny catalogue into a folder and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def replace_in(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the only occurrence of a text in one file; return the line it stood in."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
