"""The demo's reports, read and reconciled, against what they were written to contain (expectations.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from contested.cli import cli
from contested.flow.reconciling import reconcile_ledger
from contested.flow.rules import DEFAULT_PACKS
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Moment, incidents_at
from contested.ledger.reads import open_ledger
from contested.model.claim import Claim
from contested.model.incident import Holding, Incident, TollRange
from contested.packs.load import load_packs
from contested.views.agreement import points
from contested.views.brief import make_brief
from contested.views.brief_matter import gather
from contested.views.document import Document
from contested.views.standing import Telling

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parents[1] / "demo" / "reports"
PACKS = (*DEFAULT_PACKS, str(REPORTS.parent / "outlets.toml"))
STORY: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "expectations.toml").read_text(encoding="utf-8"))
INCIDENTS = {item["name"]: item for item in STORY["incident"]}


@dataclass(frozen=True, slots=True)
class Demo:
    """What came of the demo."""

    path: Path
    claims: dict[str, Claim]
    home: dict[str, Incident]
    incidents: tuple[Incident, ...]
    holdings: tuple[Holding, ...]
    brief: Document

    def telling(self, ref: str, words: str) -> list[Claim]:
        """The claims of a report whose sentence has these words."""
        found = [c for c in self.claims.values() if c.report.ref == ref and words in " ".join(c.evidence.quote.split())]
        assert found, f"no claim of {ref} tells “{words}”"
        return found

    def incident(self, name: str) -> Incident:
        """The incident that holds most of what tells the event."""
        homes = [self.home[c.id] for ref, words in INCIDENTS[name]["tells"] for c in self.telling(ref, words)
                 if c.id in self.home]  # fmt: skip
        assert homes, f"no incident tells {name}"
        return max(homes, key=lambda incident: (homes.count(incident), incident.id))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, read, reconciled and briefed."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert CliRunner().invoke(cli, ["read", str(REPORTS), "--ledger", str(path)]).exit_code == 0
    reconcile_ledger(path, PACKS)
    with open_ledger(path) as ledger:
        found = incidents_at(ledger, Moment())
        incidents = tuple(found.all())
        brief = make_brief(gather(ledger, found, ClaimFilter()), load_packs(PACKS))
        claims = {claim.id: claim for claim in ledger.claims()}
        home = {id: incident for incident in incidents for id in incident.claims}
        return Demo(path, claims, home, incidents, tuple(found.holdings()), brief)


@pytest.mark.parametrize("name", INCIDENTS)
def test_reports_of_one_event_meet_in_one_incident(demo: Demo, name: str) -> None:
    incident = demo.incident(name)
    for ref, words in INCIDENTS[name]["tells"]:
        assert any(claim.id in incident.claims for claim in demo.telling(ref, words)), (ref, words)


@pytest.mark.parametrize(
    ("name", "harm", "side"),
    [(n, harm, s) for n, i in INCIDENTS.items() for harm in ("killed", "injured") for s in i.get(harm, {})],
)
def test_tolls_stand_by_side(demo: Demo, name: str, harm: str, side: str) -> None:
    found = [t for t in demo.incident(name).tolls if t.kind == harm and t.side == side and t.by == "any"]
    assert [[t.low, t.high] for t in found] == [INCIDENTS[name][harm][side]], [shown(t) for t in found]


def shown(toll: TollRange) -> str:
    """A toll for a failure's message."""
    return f"{toll.kind} {toll.side} {toll.low}-{toll.high} {toll.claims}"


@pytest.mark.parametrize("name", INCIDENTS)
def test_disputes_are_those_of_the_story(demo: Demo, name: str) -> None:
    found = {c.kind for c in demo.incident(name).contradictions if not c.compatible}
    assert found == set(INCIDENTS[name].get("disputes", []))


@pytest.mark.parametrize("name", INCIDENTS)
def test_roots_are_counted(demo: Demo, name: str) -> None:
    assert len(demo.incident(name).roots) >= INCIDENTS[name]["roots"]


@pytest.mark.parametrize("name", [name for name, item in INCIDENTS.items() if "agreed" in item])
def test_what_both_sides_tell_is_agreed(demo: Demo, name: str) -> None:
    telling = Telling(demo.claims, load_packs(PACKS))
    told = points(demo.incident(name), telling)
    assert any(
        set(INCIDENTS[name]["agreed"]) <= set(point.sides) and "that it happened" in point.says for point in told
    )


@pytest.mark.parametrize("pair", STORY["apart"], ids=lambda pair: pair["why"])
def test_two_events_stay_apart(demo: Demo, pair: dict[str, Any]) -> None:
    homes = [{demo.home[c.id].id for c in demo.telling(*pair[end]) if c.id in demo.home} for end in ("one", "other")]
    assert not homes[0] & homes[1]


@pytest.mark.parametrize("lane", STORY["lane"], ids=lambda lane: lane["place"])
def test_lanes_of_control(demo: Demo, lane: dict[str, Any]) -> None:
    found = [h for h in demo.holdings if h.name == lane["place"] and h.state == lane["state"] and not h.denied]
    sides = {h.side for h in found}
    assert lane["side"] in sides, sides
    assert len({h.source for h in found if h.side == lane["side"]}) >= lane["tellers"]


@pytest.mark.parametrize("item", STORY["outside"], ids=lambda item: item["tells"][1])
def test_intentions_and_states_are_in_no_incident(demo: Demo, item: dict[str, Any]) -> None:
    told = demo.telling(*item["tells"])
    assert any(claim.id not in demo.home for claim in told)
    shown = {id for s in demo.brief.sections for g in s.groups for sentence in g.sentences for id in sentence.claims}
    assert {claim.id for claim in told} <= shown


@pytest.mark.parametrize("item", STORY["denied"], ids=lambda item: item["tells"][1])
def test_denials_that_nobody_answers_are_listed(demo: Demo, item: dict[str, Any]) -> None:
    (section,) = [s for s in demo.brief.sections if s.heading == "Denied, or not answered"]
    assert any(item["tells"][1] in sentence.text for group in section.groups for sentence in group.sentences)


def test_a_copy_is_no_root_of_its_own(demo: Demo) -> None:
    names = {root.name for incident in demo.incidents for root in incident.roots}
    assert "Eastern Lens" in names and "Crossroads Review" not in names


def test_nothing_is_taken_for_lost_where_the_source_is_named(demo: Demo) -> None:
    assert [item.lost for incident in demo.incidents for item in incident.laundered] == []


def test_why_two_claims_of_one_report_are_one_incident_or_two(demo: Demo) -> None:
    van, clashes = (
        demo.telling("ltm-2020-034", words)[0] for words in ("killed nine civilians", "clashes near al-Nayrab")
    )
    told = CliRunner().invoke(cli, ["why", van.id, clashes.id, "--ledger", str(demo.path)])
    assert told.exit_code == 0 and "two accounts of one report" in told.stdout
    assert "another event" in told.stdout and "base" in told.stdout and "groups" in told.stdout
    same = CliRunner().invoke(cli, ["why", van.id, van.id, "--ledger", str(demo.path)])
    assert same.exit_code == 0 and "one claim" in same.stdout


def test_the_brief_tells_every_claim(demo: Demo) -> None:
    told = {id for s in demo.brief.sections for g in s.groups for sentence in g.sentences for id in sentence.claims}
    assert demo.claims.keys() - told == set()
