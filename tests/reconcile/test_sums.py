"""A report's sum and the incidents it takes in: who is counted already is never added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.test_umbrella import DAY, PACK, report

from contested.model.claim import Claim
from contested.model.incident import Incident, TollRange
from contested.reconcile.accounts import accounts_of
from contested.reconcile.constraints import Constraints
from contested.reconcile.incidents import Known, incident_of
from contested.reconcile.profile import Profile
from contested.reconcile.sums import with_parts
from contested.views.toll_ranges import counted_once

Teller = Callable[..., Claim]
NAMES = [f"i-{n}" for n in range(6)]


def bare(id: str, killed: int, parts: tuple[str, ...] = ()) -> Incident:
    """An incident with a toll alone."""
    toll = TollRange("killed", None, "any", killed, killed, False, (), "")
    return Incident(id, "air_strike", (), None, None, None, (), (f"c-{id}",), (), (), tolls=(toll,), parts=parts)


def killed(incidents: list[Incident]) -> int:
    """The dead added up."""
    return sum(i.tolls[0].high for i, again in counted_once(incidents) if "killed" not in again)


def test_an_account_knows_the_claims_that_its_count_takes_in(tell: Teller) -> None:
    claims = report(tell, DAY)
    accounts = accounts_of(claims, Constraints(), PACK)
    parts = {account.claims: account.parts for account in accounts if account.parts}
    assert parts == {(claims[0].id,): frozenset(claim.id for claim in claims[1:])}


def test_a_sum_and_its_parts_count_each_of_the_dead_once(tell: Teller) -> None:
    claims = {claim.id: claim for claim in report(tell, DAY)}
    accounts = accounts_of(list(claims.values()), Constraints(), PACK)
    incidents = with_parts([incident_of([account], claims, Known(PACK)) for account in accounts], accounts)
    assert killed(incidents) == 32 and sum(bool(i.parts) for i in incidents) == 1
    (whole,) = (i for i in incidents if i.parts)
    assert killed([whole]) == 32


def test_a_sum_is_left_out_of_what_its_parts_tell_alone() -> None:
    part, other = bare("i-1", 5), replace(bare("i-2", 0), tolls=())
    whole = bare("i-0", 13, ("i-1", "i-2"))
    wounded = replace(whole.tolls[0], kind="injured")
    ((_, _), (_, _), (_, again)) = counted_once([replace(whole, tolls=(*whole.tolls, wounded)), part, other])
    assert again == {"killed"}


@given(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12))
def test_no_incident_takes_in_itself_whatever_reports_say(told: set[tuple[str, str]]) -> None:
    empty = Profile("", "", (), *[frozenset()] * 1, None, None, *[frozenset()] * 7)  # type: ignore[arg-type]
    accounts = [
        replace(empty, id=f"a-{whole}-{part}", claims=(f"c-{whole}",), parts=frozenset({f"c-{part}"}))
        for whole, part in told
    ]
    made = {i.id: set(i.parts) for i in with_parts([bare(name, 1) for name in NAMES], accounts)}
    assert not any(id in parts or any(id in made[part] for part in parts) for id, parts in made.items())
    assert all(a == b or b in made[a] or a in made[b] for a, b in told)


@given(st.lists(st.integers(1, 40), min_size=2, max_size=5), st.data())
def test_nobody_is_counted_twice_in_any_selection(dead: list[int], data: st.DataObject) -> None:
    events = {f"i-{n}": set(range(sum(dead[:n]), sum(dead[: n + 1]))) for n in range(len(dead))}
    incidents = {id: bare(id, len(who)) for id, who in events.items()}
    for n in range(data.draw(st.integers(1, 3))):
        # A sum may be of sums, of earlier ones, each of other dead.
        free = data.draw(st.lists(st.sampled_from(sorted(events)), min_size=2, max_size=3, unique=True))
        if all(not events[a] & events[b] for a, b in combinations(free, 2)):
            id = f"i-sum{n}"
            events[id] = set().union(*(events[part] for part in free))
            incidents[id] = bare(
                id, len(events[id]), tuple({*free, *(p for part in free for p in incidents[part].parts)})
            )
    every = list(incidents.values())
    assert killed(every) == sum(dead)
    shown = [i for i in every if data.draw(st.booleans())]
    assert killed(shown) <= len(set().union(*(events[i.id] for i in shown)))
