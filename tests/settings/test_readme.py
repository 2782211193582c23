"""The example of a settings file in the README is one."""

from __future__ import annotations

from pathlib import Path

from consult_app.settings.file import parse_settings
from consult_app.settings.record import SECTIONS, SKINS, Known

README = Path(__file__).parents[2] / "README.md"


def test_the_example_has_no_fault_and_names_every_choice(tmp_path: Path) -> None:
    _before, _, rest = README.read_text(encoding="utf-8").partition("```yaml\n")
    example, _, _after = rest.partition("```")
    path = tmp_path / "settings.yaml"
    path.write_text(example, encoding="utf-8")
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    settings, problems = parse_settings(path, Known(("jaw",)))
    assert problems == ()
    assert settings.clinic == "North Street Physiotherapy"
    assert settings.hidden_groups == ("jaw",)
    assert [word for word in (*SECTIONS, *SKINS) if word not in example] == []
