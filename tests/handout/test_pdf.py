"""The PDF as a reader and a screen reader get it: pages, words, tags, fonts."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from consult_app.consultation import PlanItem, Selection
from consult_app.handout.reading import lines_of
from consult_app.handout.records import Letterhead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from consult_app.content.records import Catalogue
    from consult_app.handout.render import TypesetHandout

pypdf = pytest.importorskip("pypdf")

LONG = ("upper-trapezius", "quadriceps", "scalenes")
PLAN = ("upper-trapezius", "jaw", "deltoid", "hamstrings", "quadriceps", "gastrocnemius")
POINTS = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}


def read(made: TypesetHandout) -> Any:
    return pypdf.PdfReader(io.BytesIO(made.pdf()))


def words_of(reader: Any) -> str:
    """Return all words without white space, which a PDF does not keep."""
    return re.sub(r"\s+", "", " ".join(page.extract_text() for page in reader.pages))


def tags(reader: Any) -> Iterator[Any]:
    """Yield the elements of the structure tree."""

    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object()
        if isinstance(node, list):
            for part in node:
                yield from walk(part)
        elif isinstance(node, dict):
            yield node
            if "/K" in node:
                yield from walk(node["/K"])

    return walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])


@pytest.mark.parametrize("group", LONG)
@pytest.mark.parametrize("depth", ["plain", "practitioner"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_one_group_takes_one_page(
    typeset: Callable[..., TypesetHandout], group: str, depth: str, paper: str
) -> None:
    made = typeset(group, depth=depth, paper=paper, letterhead=Letterhead("A clinic in the park"))
    assert made.page_count == 1
    assert made.setting.picture > 40


@pytest.mark.parametrize("depth", ["plain", "practitioner"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_plan_of_six_takes_two_pages(
    typeset: Callable[..., TypesetHandout], depth: str, paper: str
) -> None:
    assert typeset(*PLAN, depth=depth, paper=paper, note="See you on Tuesday.").page_count == 2


@pytest.mark.parametrize("groups", [("upper-trapezius",), PLAN])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_words_on_paper_are_those_of_the_hand_out(
    typeset: Callable[..., TypesetHandout], groups: tuple[str, ...], paper: str
) -> None:
    made = typeset(*groups, paper=paper)
    said = words_of(read(made))
    wanted = [line for page in lines_of(made.handout) for line in page]
    assert len(wanted) > 40
    assert [line for line in wanted if re.sub(r"\s+", "", line) not in said] == []


def test_key_messages_aftercare_questions_and_signs_are_the_catalogues(
    typeset: Callable[..., TypesetHandout], catalogue: Catalogue
) -> None:
    group, safety = catalogue.group_by_id["rhomboids"], catalogue.safety
    said = words_of(read(typeset("rhomboids")))
    wanted = [
        group.name, group.summary, *group.key_messages, *catalogue.detail_by_group["rhomboids"].after,
        *safety.questions_to_ask[:4], *(sign.text for sign in safety.help_signs),
        safety.side_effects[0].sentence, safety.side_effects[-1].sentence, catalogue.passport.version,
        catalogue.passport.review_due,
    ]  # fmt: skip
    assert [text for text in wanted if re.sub(r"\s+", "", text) not in said] == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_paper_is_as_large_as_asked_for(typeset: Callable[..., TypesetHandout], paper: str) -> None:
    box = read(typeset("jaw", paper=paper)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(POINTS[paper], abs=0.1)


def test_it_is_tagged_and_says_title_and_language(typeset: Callable[..., TypesetHandout]) -> None:
    made = typeset("jaw")
    reader = read(made)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == made.handout.title
    assert b"pdfuaid:part" in made.pdf()


def test_headings_lists_and_figure_have_their_tags(typeset: Callable[..., TypesetHandout]) -> None:
    found = list(tags(read(typeset("jaw", letterhead=Letterhead("A clinic")))))
    kinds = [str(tag.get("/S")) for tag in found]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") > 5
    assert kinds.count("/L") > 3
    assert [str(tag["/Alt"]) for tag in found if tag.get("/S") == "/Figure"] == ["A grey box."]


def test_all_fonts_are_embedded(typeset: Callable[..., TypesetHandout]) -> None:
    fonts = [
        font.get_object()
        for page in read(typeset("jaw")).pages
        for font in page["/Resources"]["/Font"].get_object().values()
    ]
    assert len(fonts) >= 2
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        description = inner["/FontDescriptor"].get_object()
        assert "Inter" in str(description["/FontName"])
        assert any(key in description for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        assert "/ToUnicode" in font  # what can be selected and copied


def test_the_same_day_gives_the_same_bytes(typeset: Callable[..., TypesetHandout]) -> None:
    assert typeset("jaw").pdf() == typeset("jaw").pdf()


def test_pictures_show_the_same_pages(typeset: Callable[..., TypesetHandout]) -> None:
    made = typeset(*PLAN)
    pages = made.pages(50)
    assert len(pages) == made.page_count == len(read(made).pages)
    assert {int.from_bytes(page[16:20], "big") for page in pages} <= {413, 414}


def test_notes_and_answers_stand_on_the_sheet(
    typeset: Callable[..., TypesetHandout], catalogue: Catalogue
) -> None:
    question = catalogue.safety.questions[0]
    items = (PlanItem(Selection("jaw", "left"), "Soft food.\nNo gum."),)
    made = typeset(items=items, answers=(question.id,))
    said = words_of(read(made))
    wanted = ("Soft food.", "No gum.", question.ask)
    assert [text for text in wanted if re.sub(r"\s+", "", text) not in said] == []
    assert made.page_count == 1
    plain = words_of(read(typeset("jaw")))
    assert re.sub(r"\s+", "", question.ask) not in plain


@pytest.mark.parametrize(
    "note", ["#pagebreak() $x$ *bold* `code` <label> @ref \\ //", "мышца 筋肉 😀 \u0007 \ud800", "x" * 400]
)
def test_words_are_never_taken_for_markup(typeset: Callable[..., TypesetHandout], note: str) -> None:
    made = typeset(items=(PlanItem(Selection("jaw"), note),))
    assert made.page_count == 1
    assert len(read(made).pages) == 1
    if note.startswith("#"):
        assert re.sub(r"\s+", "", note) in words_of(read(made))


def test_many_answers_still_fit_on_one_page(
    typeset: Callable[..., TypesetHandout], catalogue: Catalogue
) -> None:
    questions = catalogue.safety.questions[:12]
    made = typeset("scalp-forehead", answers=tuple(question.id for question in questions))
    said = words_of(read(made))
    assert made.page_count == 1
    assert [q.ask for q in questions if re.sub(r"\s+", "", q.ask) not in said] == []
