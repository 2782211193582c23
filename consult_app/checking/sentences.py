"""What each problem code says and advises. ``{subject}`` and the problem's arguments fill the blanks.

``{hint}`` becomes "Did you mean …?" when something known is near, and nothing otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILES: Mapping[str, str] = {
    "missing-folder": "There is no such folder. Name the folder that holds the catalogue.",
    "missing-file": "This file is missing. Put it back; a catalogue needs all of its files.",
    "unreadable-file": "This file cannot be read: {reason}. Check its permissions.",
    "not-a-file": "This is not an ordinary file. Replace it by a YAML file.",
    "file-too-large": (
        "This file is larger than {limit} bytes. Words do not need that much; check what it is."
    ),
    "no-muscle-files": (
        "There are no muscle groups here. Put one .yaml file per muscle group into this folder."
    ),
    "stray-file": "Nobody reads the file “{subject}”. {hint}Rename it or take it away.",
}

_YAML: Mapping[str, str] = {
    "not-utf-8": "This is not UTF-8 text. Save the file again with the encoding UTF-8.",
    "control-character": (
        "There is an invisible character ({subject}) here. Delete it and type the text again."
    ),
    "tab-indent": "This line is indented with a tab. Use spaces.",
    "empty-file": "This file says nothing. Fill it in, or put back the last good copy.",
    "broken-yaml": "This is not well-formed YAML: {detail}. {advice}",
    "several-documents": "A second document starts here. Delete the line “---”; a file holds one.",
    "too-deep": "This is nested more than {limit} levels deep. Look for brackets that are never closed.",
    "alias": "“{subject}” refers to another place in the file. Write the text itself.",
    "anchor": (
        "“{subject}” gives this place a name, which is not allowed. Take it out, or put the text in quotes."
    ),
    "tag": "“{subject}” is a YAML tag, which is not allowed. Take it out, or put the text in quotes.",
    "key-not-text": (
        "The key before the colon is a list or mapping. Put texts with brackets or braces in quotes."
    ),
    "duplicate-key": "The key “{subject}” stands in line {first} already. Keep one of the two.",
}

_FIELDS: Mapping[str, str] = {
    "unknown-key": "There is no key “{subject}” here. {hint}Correct or delete it.",
    "missing-key": "The key “{subject}” is missing in {record}. Add it.",
    "wrong-shape": "“{subject}” should be a {expected} and is {found}. Write it as in the other files.",
    "empty-text": "“{subject}” is empty. Write the text.",
    "needs-quotes": 'YAML takes {subject} for {kind}. Put it in quotes: "{subject}".',
    "bad-id": "“{subject}” is no id. Use small letters a to z, digits and hyphens, such as “{proposal}”.",
    "duplicate-id": "The {kind} “{subject}” is defined already, at {first}. Give each its own id.",
    "unknown-id": "There is no {kind} “{subject}”. {hint}Correct it, or define it.",
    "listed-twice": "“{subject}” is listed twice. Delete one.",
    "unknown-choice": "“{subject}” is not one of: {choices}. {hint}Choose one of them.",
    "not-true-or-false": (
        "“{subject}” should be true or false and is {given}. Write true or false, without quotes."
    ),
    "not-a-number": (
        "“{subject}” should be a number such as 3 or 0.5 and is {given}. Write it without quotes."
    ),
    "too-few": "“{subject}” has {count} entries and needs at least {least}. Add what is missing.",
    "not-two": "“{subject}” has {count} entries. It needs two: “reduce” and “reduces”, for example.",
    "id-differs-from-file": "The id “{subject}” differs from the name of its file, {file}. Make them equal.",
    "missing-word": "The words for “{subject}” are missing. Add them.",
    "wrong-placeholders": (
        "The words for “{subject}” should hold these placeholders: {wanted}. Correct the braces."
    ),
}

_SETTINGS: Mapping[str, str] = {
    "setting-shape": (
        "“{subject}” should be a {expected} and is a {found}. Write it as in the README, or save the "
        "settings in the program."
    ),
    "too-long": "“{subject}” has more than {most} letters. Shorten it: it has to fit on one line.",
    "not-a-logo": "“{subject}” is no picture for a logo. Name a file that ends in .png, .jpg or .svg.",
    "missing-logo": "There is no file “{subject}”. Correct the path of the logo, or leave it empty.",
    "must-stay": (
        "“{subject}” cannot be left out: what may go wrong, when to get help and how sure anyone is always "
        "stay. Take it out of the list."
    ),
}

_RULES: Mapping[str, str] = {
    "unused-id": "Nothing refers to the {kind} “{subject}”. Use it or delete it.",
    "unmatched-benefit": "No muscle group has the benefit “{subject}”. Match it, or set “everywhere: true”.",
    "unmatched-condition": (
        "The condition “{subject}” leads to no muscle group. Name it in one, or include others."
    ),
    "whole-body-region": (
        "“whole-body” is no region of a muscle group. Name the regions of the body it lies in."
    ),
    "no-headline": "No finding speaks for {subject}. Set “headline: true” for one of its findings.",
    "two-headlines": "A second finding speaks for {subject}. Set “headline: true” for one only.",
    "missing-source": (
        "“{subject}” is marked as verified without a source. Name a reference, or set “verified: false”."
    ),
    "unread-source": (
        "“{subject}” is marked as verified, but nobody has read its sources ({references}): see their "
        "“finding_basis”. Name one that was read, or set “verified: false”."
    ),
    "benefit-without-evidence": (
        "No finding speaks for the benefit “{subject}” anywhere. Add one, if only to say that there are no "
        "good studies."
    ),
    "technique-without-evidence": (
        "“{subject}” tells what needling is. Add a finding for the whole body that says how sure this is."
    ),
    "lung-not-named": "This group lies near the lung, but no precaution speaks of the lung. Add one.",
    "lung-not-marked": (
        "A precaution or key message speaks of the lung, but “near_lung” is false. Make them agree."
    ),
    "breath-not-named": (
        "This group lies near the lung, but “{subject}” does not speak of short breath. Say when to get help."
    ),
    "breath-not-near-lung": (
        "“{subject}” speaks of breath, but this group is not near the lung. Frighten nobody; take it out."
    ),
    "too-many-key-messages": "There are {count} key messages. Keep the three that matter most.",
    "unusual-count": "“{subject}” has {count} entries; {least} to {most} are meant. Add some, or merge some.",
    "unbalanced": (
        "“{subject}” spends {benefits} words on benefits and {harms} on harms, a ratio of {ratio}; {limits} "
        "is fair. Benefits are their reasons and the second key message; harms are the precautions' texts, "
        "the red flags and the third key message."
    ),
    "foreign-muscle": "“{subject}” is no muscle of {group}. Name one of this group's own.",
    "zone-not-listed": "The trigger point {point} reaches “{subject}”, which “zones” does not list. Add it.",
    "place-no-phrase": (
        "“{subject}” should go on after “A sore spot …”. Begin with a small letter; end without a full stop."
    ),
    "repeated-sentence": (
        "This sentence stands in {count} groups, first in {first}: “{subject}”. Write it for this muscle."
    ),
    "not-calm": "The calm path says “{subject}”. {advice}",
    "banned-wording": "The text says “{subject}”. {advice}",
    "unfinished-text": "This text is not written yet. Write it.",
    "needle-measure": (
        "“{subject}” looks like the depth, angle or size of a needle. It must not be shown; take it out."
    ),
    "needle-dose": "“{subject}” looks like a dose. Nobody knows how much is right; take it out.",
    "hard-reading": (
        "This text needs {grade} years of school; {limit} is the limit. Use shorter words and sentences."
    ),
    "hard-average": (
        "All texts together need {grade} years of school; {limit} is the limit. Make the hard ones simpler."
    ),
    "long-sentence": "A sentence has {count} words; {limit} is the limit. Split it.",
    "name-too-long": "“{subject}” has {count} letters; {limit} is the limit. Shorten it.",
    "duplicate-name": "“{subject}” is the name of {first} as well. Give each its own name.",
    "includes-itself": "The condition “{subject}” includes itself in the end. Break the circle.",
    "impossible-range": "The range {low} to {high} of 100 is impossible. Correct low and high.",
    "bad-icd10": "“{subject}” is no ICD-10 code. Write it as in M54.2, and several with commas between.",
    "choices-incomplete": "The choice “{subject}” is here {count} times. Tell each of the four ways once.",
    "choices-unequal": (
        "The choice “{subject}” has {count} words, the average is {average}. Tell all four at equal length."
    ),
    "certainty-differs": (
        "The certainty here is {subject}; evidence.yaml gives {known} for the same sources. Make them agree."
    ),
    "review-overdue": "The review of {subject} was due on {date}. Have it reviewed, and set the next date.",
    "bad-date": '“{subject}” is no date. Write year, month and day: "2026-01-31".',
}

_ATLAS: Mapping[str, str] = {
    "atlas-fault": "{sentence} Make the atlas again, or copy it again.",
    "atlas-view-missing": "The atlas has no plate for the {subject} view. Make the atlas again.",
    "atlas-unknown-muscle": (
        "The atlas shows the muscle “{subject}”, which the catalogue does not know. {hint}Add it."
    ),
    "atlas-unknown-group": (
        "The atlas shows the group “{subject}”, which the catalogue does not know. {hint}Add it."
    ),
    "atlas-unknown-zone": (
        "The atlas shows the pain zone “{subject}”, which the catalogue does not know. {hint}Add it."
    ),
    "atlas-wrong-group": (
        "The atlas puts “{subject}” into {atlas}, the catalogue into {catalogue}. Make them agree."
    ),
    "atlas-wrong-region": (
        "The region “{subject}” is not named after its muscle and side. Make the atlas again."
    ),
    "atlas-mark-missing": "The atlas does not show the {kind} “{subject}”. Make the atlas again.",
    "atlas-unknown-point": (
        "The atlas shows the trigger point “{subject}”, which the catalogue does not know. {hint}Add it."
    ),
    "atlas-raster": (
        "The raster {file} of the plate {subject} holds values the plate does not explain. Make it again."
    ),
    "atlas-no-outline": "The plate {plate} has no outline for “{subject}”. Make the atlas again.",
}

SENTENCES: Mapping[str, str] = {**_FILES, **_YAML, **_FIELDS, **_SETTINGS, **_RULES, **_ATLAS}

KINDS: Mapping[str, str] = {
    "bool": "yes or no",
    "int": "a number",
    "float": "a number",
    "date": "a date",
}
"""What YAML takes an unquoted text for, in words."""

YAML_ADVICE: Mapping[str, str] = {
    "mapping values": "Put texts with a colon in quotes.",
    "unexpected end of stream": "The quotes opened here are never closed.",
    "did not find expected ',' or": "A bracket or brace opened before this is never closed.",
    "cannot start any token": "Put a text that begins with this sign in quotes.",
    "expected alphabetic": "Put a text that begins with “&” or “*” in quotes.",
    "did not find expected key": (
        "Look at the line before: a quote in the middle of a text, or a wrong indent."
    ),
    "could not find expected ':'": "Look here for a missing colon, or a line that is not indented enough.",
    "block sequence entries": "A list starts here: write each entry on its own line, below the key.",
}
"""What to do about the parser's commonest complaints, by a part of what it says."""
