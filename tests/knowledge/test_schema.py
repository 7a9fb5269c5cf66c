"""Editors check the YAML files by JSON Schemas that say what the loader says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ferry import ENTRIES
from jsonschema import Draft202012Validator

from bot.knowledge import document, schema

SHIPPED = Path(__file__).parents[2] / "knowledge" / "schema"


def test_the_shipped_schemas_are_those_of_the_code(tmp_path: Path) -> None:
    """If this fails: ``footnote schema`` writes them anew."""
    written = schema.write_json_schemas(tmp_path / "schema")

    assert sorted(path.name for path in written) == sorted(path.name for path in SHIPPED.iterdir())
    for path in written:
        assert path.read_text("utf-8") == (SHIPPED / path.name).read_text("utf-8")


@pytest.mark.parametrize("name", sorted(schema.FILES))
def test_each_schema_is_valid_itself(name: str) -> None:
    Draft202012Validator.check_schema(schema.json_schemas()[name])


@pytest.mark.parametrize(
    ("old", "new", "fits"),
    [
        ("", "", True),
        ("kind: reported", "kind: rumoured", False),
        ("evidence: {1:", "evidence: {p1:", False),
        ("answer:", "anwser:", False),
        ("cites: [1,", "cites: [0,", False),
    ],
)
def test_an_editor_finds_what_the_loader_finds(old: str, new: str, fits: bool) -> None:
    value: Any = document.parse(ENTRIES.replace(old, new, 1), "some.yaml").value
    as_json = json.loads(json.dumps(value))

    assert Draft202012Validator(schema.json_schemas()["entries"]).is_valid(as_json) is fits
