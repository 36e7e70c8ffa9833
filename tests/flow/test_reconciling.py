"""Reconciling again takes over what is the same, and gives what a run from the start gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from contested.flow.reconciling import reconcile_ledger
from contested.flow.rules import DEFAULT_PACKS
from contested.ledger.incidents import Moment, claims_known, incidents_at
from contested.ledger.judgements import append_judgements
from contested.ledger.reads import open_ledger
from contested.ledger.writer import Reading, open_writer
from contested.model.amend import field_json
from contested.model.claim import Claim, ClaimTime, Effect, ReportRef
from contested.model.incident import Incident
from contested.model.judgement import Judgement
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, report_id

MENTION = '{"start":0,"end":1,"quote":"x"}'
TOWNS = ("Oresh", "Talvin", "Karmut", "Besane", "Dorkha")


def told(number: int, publisher: str) -> tuple[Report, list[Claim]]:
    """A report of a strike on one of the towns, a week after the one before."""
    town = TOWNS[number % len(TOWNS)]
    day = f"2021-{number % 12 + 1:02d}-0{number % 5 + 1}"
    text = f"{publisher}: a strike on {town} killed {number + 3} people on {day}."
    report = Report(report_id(text), f"{publisher}-{number}", text, publisher=publisher, published=day, origin="x")
    whole = Mention.of(text, 0, len(text))
    claim = Claim(
        "", ReportRef.of(report), whole, Mention.of(text, text.index("strike"), text.index("strike") + 6), "air_strike",
        places=(PlaceRef(town, f"t:{town}", 30.0 + number % len(TOWNS), 40.0, 1, None, "SY", (), whole),),
        time=ClaimTime(day, day, "day"), effects=(Effect("killed", "people", number + 3, number + 3, whole),),
    )  # fmt: skip
    return report, [claim.with_id()]


def append(path: Path, reports: list[tuple[Report, list[Claim]]]) -> None:
    """Write reports with their claims."""
    with open_writer(path, "rules", "0") as writer:
        writer.append([Reading(writer.arrive(report), claims) for report, claims in reports])
        writer.end("done")


def incidents(path: Path) -> list[Incident]:
    """The incidents of now."""
    with open_ledger(path) as ledger:
        return list(incidents_at(ledger, Moment()).all())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of twelve strikes, reconciled."""
    ledger = tmp_path / "strikes.db"
    append(ledger, [told(number, "North Wire") for number in range(12)])
    assert reconcile_ledger(ledger, DEFAULT_PACKS).taken == 0
    return ledger


def test_one_report_more_leaves_the_other_incidents_as_they_are(path: Path) -> None:
    append(path, [told(4, "South Post")])
    done = reconcile_ledger(path, DEFAULT_PACKS)
    assert done.incidents == 12 and done.taken == 11 and done.of_many == 1
    taken_over = incidents(path)
    again = reconcile_ledger(path, DEFAULT_PACKS, again=True)
    assert again.taken == 0 and incidents(path) == taken_over


def test_other_rules_take_nothing_over(path: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('[[side]]\nid = "upper"\nname = "the upper valley"\n', encoding="utf-8")
    assert reconcile_ledger(path, [str(pack)]).taken == 0


def test_a_publisher_told_later_changes_the_incident(path: Path) -> None:
    report, claims = told(3, "North Wire")
    known = replace(report, publisher="North Wire Agency")
    append(path, [(known, [replace(claim, report=ReportRef.of(known)).with_id() for claim in claims])])
    done = reconcile_ledger(path, DEFAULT_PACKS)
    assert done.taken == 11
    assert ["North Wire Agency"] in [list(incident.outlets) for incident in incidents(path)]


def judge(path: Path, kind: str, *claims: str, day: int = 1, **more: str) -> None:
    """Append a judgement of a day."""
    made = Judgement.make(kind, claims, "a", f"2030-01-{day:02d}")  # type: ignore[arg-type]
    append_judgements(path, [replace(made, **more)])  # type: ignore[arg-type]


def test_an_edit_counts_at_the_next_rebuild_and_no_more_when_undone(path: Path) -> None:
    first = incidents(path)[0]
    effect = f'[{{"kind":"killed","who":"people","low":77,"high":77,"mention":{MENTION}}}]'
    judge(path, "edit", first.claims[0], field="effects", value=effect)
    assert not reconcile_ledger(path, DEFAULT_PACKS).unchanged
    (now,) = [incident for incident in incidents(path) if first.claims[0] in incident.claims]
    assert now.tolls[0].high == 77 and len(now.judged) == 1
    judge(path, "undo", day=2, undoes=now.judged[0])
    reconcile_ledger(path, DEFAULT_PACKS)
    assert first in incidents(path)


def test_an_edited_place_is_compared_anew(path: Path) -> None:
    append(path, [told(16, "South Post")])
    reconcile_ledger(path, DEFAULT_PACKS)
    lone = next(i for i in incidents(path) if "South Post" in i.outlets)
    with open_ledger(path) as ledger:
        other = next(claim for claim in ledger.claims() if claim.report.ref == "North Wire-4")
        edits = {field: field_json(other, field) for field in ("places", "time", "effects")}
    for day, (field, value) in enumerate(edits.items(), 1):
        judge(path, "edit", lone.claims[0], day=day, field=field, value=value)
    reconcile_ledger(path, DEFAULT_PACKS)
    assert any(set(lone.claims) < set(i.claims) and other.id in i.claims for i in incidents(path))


def test_an_edit_that_fits_no_longer_is_reported_and_stops_nothing(path: Path) -> None:
    claim = incidents(path)[0].claims[0]
    judge(path, "edit", claim, field="effects", value='"none"')
    done = reconcile_ledger(path, DEFAULT_PACKS)
    assert len(done.adrift) == 1 and done.incidents == 12


def test_a_duplicate_is_in_no_incident_and_stays_in_the_ledger(path: Path) -> None:
    one, other = (incident.claims[0] for incident in incidents(path)[:2])
    judge(path, "duplicate", one, other)
    assert reconcile_ledger(path, DEFAULT_PACKS).incidents == 11
    with open_ledger(path) as ledger:
        assert ledger.claim(one).claim.id == one


def test_what_is_coded_blind_or_noted_leaves_everything_unchanged(path: Path) -> None:
    claim = incidents(path)[0].claims[0]
    judge(path, "reject", claim, coding="blind")
    judge(path, "note", claim, why="odd", day=2)
    assert reconcile_ledger(path, DEFAULT_PACKS).unchanged


def test_read_by_a_day_shows_the_reading_of_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, then = tmp_path / "two.db", Moment(read_by="2020-12-31")
    report, claims = told(0, "North Wire")
    anew = [replace(claims[0], event="shelling").with_id()]
    for day, rules, found in (("2020-12-01", "old", claims), ("2021-02-01", "new", anew)):
        monkeypatch.setattr("contested.ledger.writer.now", lambda day=day: f"{day}T00:00:00+00:00")
        with open_writer(path, rules, "0") as writer:
            writer.append([Reading(writer.arrive(report), found)])
            writer.end("done")
    reconcile_ledger(path, DEFAULT_PACKS, then)
    with open_ledger(path) as ledger:
        assert set(claims_known(ledger, Moment())) == {anew[0].id}
        assert [incident.claims for incident in incidents_at(ledger, then).all()] == [(claims[0].id,)]
