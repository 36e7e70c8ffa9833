"""What persons decided, wherever claims are read: edited values, who decided, what is left out."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from contested.cli import cli
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Moment
from contested.ledger.judgements import append_judgements
from contested.ledger.reads import open_ledger
from contested.model.amend import field_json
from contested.model.claim import Claim, ClaimTime, Effect
from contested.model.judgement import Coding, Judgement, JudgementKind, moment_now
from contested.views.known import View, claims_at
from contested.views.review import reviews_of

NOW = Moment()


def call(path: Path, *words: str) -> str:
    """What a verb prints."""
    result = CliRunner().invoke(cli, [*words, "--ledger", str(path)])
    assert result.exit_code == 0, result.output
    return result.stdout


def claims(path: Path, wanted: ClaimFilter | None = None, view: View = "judged") -> dict[str, Claim]:
    """The claims of a ledger by the ref of their report, one a report."""
    with open_ledger(path) as ledger:
        return {claim.report.ref: claim for claim in claims_at(ledger, NOW, wanted, view)}


def decide(path: Path, kind: JudgementKind, *ids: str, undoes: str | None = None, coding: Coding = "open") -> str:
    """Keep a decision; its id."""
    made = replace(Judgement.make(kind, ids, "Ada", moment_now(), undoes=undoes), coding=coding)
    append_judgements(path, [made])
    return made.id


def edit(path: Path, claim: Claim, field: str, value: object) -> str:
    """Keep an edit; its id."""
    made = Judgement.make("edit", (claim.id,), "Ada", moment_now())
    edited = replace(made, field=field, value=field_json(replace(claim, **{field: value}), field))  # type: ignore[arg-type]
    append_judgements(path, [edited])
    return made.id


def fewer(claim: Claim, low: int) -> tuple[Effect, ...]:
    """The claim's effects with another number."""
    return tuple(replace(effect, low=low, high=low) for effect in claim.effects)


def rows(path: Path, *words: str) -> dict[str, dict[str, str]]:
    """The CSV of claims by the ref of the report; of two in one report the last."""
    told = csv.DictReader(io.StringIO(call(path, "claims", "--format", "csv", *words)))
    return {row["report_ref"]: row for row in told}


def test_views_tell_what_a_person_edited_and_say_so(path: Path) -> None:
    claim = claims(path)["two"]
    edit(path, claim, "effects", fewer(claim, 19))
    flat = " ".join(call(path, "brief", "--claims").split())
    assert "reported killed: 19" in flat and "(edited by a person: numbers)" in flat and "killed: 31" not in flat
    assert "edited by a person: numbers" in " ".join(call(path, "brief").split())
    shown = call(path, "show", claim.id)
    assert "edited by a person: numbers" in shown and "--format jsonl" in shown
    incident = call(path, "incident", claim.id)
    assert f"({claim.id}; edited by a person: numbers)" in incident
    assert "edited" in call(path, "claims") and "(edited by a person: numbers)" in call(path, "show", "two")


def test_nothing_is_marked_where_nobody_decided(path: Path) -> None:
    assert "by a person" not in call(path, "brief") + call(path, "claims") + call(path, "show", "two")


def test_csv_and_json_lines_say_who_decided(path: Path) -> None:
    held = claims(path)
    edit(path, held["two"], "effects", fewer(held["two"], 19))
    decide(path, "accept", held["one"].id)
    decide(path, "reject", held["three"].id)
    told = rows(path)
    decided = {ref: (row["review"], row["decision"]) for ref, row in told.items()}
    assert decided == {
        "one": ("person", "accepted"), "two": ("person", "edited"), "three": ("person", "rejected"),
        "four": ("machine", ""),
    }  # fmt: skip
    assert told["two"]["killed_low"] == "19" and rows(path, "--as-read")["two"]["killed_low"] == "31"
    machine, judged = (
        {line["report"]["ref"]: line for line in map(json.loads, call(path, *words).splitlines())}["two"]
        for words in (("claims", "--format", "jsonl"), ("claims", "--format", "jsonl", "--as-judged"))
    )
    assert machine["effects"][0]["low"] == 31 and judged["effects"][0]["low"] == 19
    assert machine["review"]["by"] == "person" and machine["review"]["decision"] == "edited"
    assert machine["review"]["edited"]["effects"][0]["low"] == 19
    schema = json.loads(call_schema())
    for line in (machine, judged):
        jsonschema.Draft202012Validator(schema).validate(line)


def call_schema() -> str:
    """The published schema."""
    return CliRunner().invoke(cli, ["schema"]).stdout


def test_an_edited_claim_fits_and_stands_by_what_it_became(path: Path) -> None:
    claim = claims(path)["one"]
    assert claim.time is not None
    edit(path, claim, "time", ClaimTime("2021-02-01", "2021-02-01", "day"))
    february, march = ClaimFilter(until="2021-02-28"), ClaimFilter(since="2021-03-01")
    assert list(claims(path, february)) == ["one"] and "one" not in claims(path, march)
    assert "one" in claims(path, march, "read") and not claims(path, february, "read")
    assert next(iter(claims(path))) == "one"
    assert list(claims(path, ClaimFilter(limit=1))) == ["one"]


def test_what_was_rejected_is_in_no_brief_and_no_count(path: Path) -> None:
    claim = claims(path)["two"]
    decide(path, "reject", claim.id)
    assert "two" in claims(path) and "two" not in claims(path, view="counted")
    pack = ("--pack", str(path.parent / "pack.toml"))
    call(path, "reconcile", *pack)
    brief = call(path, "brief", *pack)
    assert claim.evidence.quote not in brief and "South Post" not in brief
    assert "South Post" not in call(path, "sources", *pack, "--format", "csv")


def test_undone_and_blind_decisions_are_none(path: Path) -> None:
    claim = claims(path)["two"]
    edited = edit(path, claim, "effects", fewer(claim, 19))
    decide(path, "undo", undoes=edited)
    decide(path, "reject", claims(path)["one"].id, coding="blind")
    assert claims(path)["two"] == claim
    assert {row["review"] for row in rows(path).values()} == {"machine"}


@pytest.mark.parametrize(
    ("kinds", "decision"),
    [(("edit", "accept"), "edited"), (("reject", "accept"), "accepted"), (("accept", "flag"), "accepted"),
     (("skip", "note"), None), (("accept", "reject"), "rejected")],
)  # fmt: skip
def test_the_last_decision_counts(kinds: tuple[JudgementKind, ...], decision: str | None) -> None:
    made = [Judgement.make(kind, ("c-1",), "Ada", f"2021-01-0{day}") for day, kind in enumerate(kinds, 1)]
    assert reviews_of(made).decisions.get("c-1") == decision


def test_of_a_duplicate_only_the_first_counts_no_more() -> None:
    reviews = reviews_of([Judgement.make("duplicate", ("c-1", "c-2"), "Ada", "2021-01-01")])
    assert reviews.left_out("c-1") and not reviews.left_out("c-2")


def test_judge_list_tells_field_value_and_coding(path: Path) -> None:
    claim = claims(path)["two"]
    edit(path, claim, "factuality", "hedged")
    decide(path, "flag", claim.id, coding="blind")
    first, second = (json.loads(line) for line in call(path, "judge", "list", "--format", "jsonl").splitlines())
    assert (first["field"], first["value"], first["coding"]) == ("factuality", '"hedged"', "open")
    assert (second["field"], second["value"], second["coding"]) == (None, None, "blind")
    table = call(path, "judge", "list")
    assert 'factuality is "hedged"' in table and "(blind, without effect)" in table
