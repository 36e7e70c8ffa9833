"""What counts as a flip: another code, role, effect or factuality at the same place; never the new name itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.neutrality import Flips, compare, on_text
from bench.swaps import Edit, Swapped, apply

from contested.model.actor import Participant
from contested.model.claim import Claim, Effect, ReportRef
from contested.model.mention import Mention

OLD = "The Blue Army shelled the mill and killed two men."
SWAPPED = apply(OLD, [Edit(4, 13, "Red Guard")])
LONGER = apply(OLD, [Edit(4, 13, "Red Guard Corps")])


def mention(text: str, words: str) -> Mention:
    return Mention.of(text, text.index(words), text.index(words) + len(words))


def shelling(text: str, party: str, actor: str) -> Claim:
    doer = Participant(party, actor, "rebel_group", mention(text, party))
    mill = Participant("mill", None, "unknown", mention(text, "mill"))
    killed = Effect("killed", "men", 2, 2, mention(text, "two men"))
    return Claim(
        "c",
        ReportRef("r", "r"),
        mention(text, text),
        mention(text, "shelled"),
        "shelling",
        initiators=(doer,),
        targets=(mill,),
        effects=(killed,),
    )


def flips(after: list[Claim], swapped: Swapped) -> dict[str, int]:
    found = Flips()
    compare([shelling(OLD, "Blue Army", "blue")], after, swapped, {"blue": "red"}, found)
    assert found.claims == 1
    return dict(found.flipped)


@pytest.mark.parametrize(("swapped", "party"), [(SWAPPED, "Red Guard"), (LONGER, "Red Guard Corps")])
def test_the_same_claim_about_another_party_is_no_flip(swapped: Swapped, party: str) -> None:
    assert flips([shelling(swapped.text, party, "red")], swapped) == {}


def test_every_changed_answer_is_one_flip() -> None:
    now = shelling(SWAPPED.text, "Red Guard", "red")
    assert flips([replace(now, event="attack")], SWAPPED) == {"code": 1}
    assert flips([replace(now, initiators=(), factuality="hedged")], SWAPPED) == {"roles": 1, "factuality": 1}
    assert flips([replace(now, initiators=now.targets, targets=now.initiators)], SWAPPED) == {"roles": 1}
    assert flips([replace(now, effects=())], SWAPPED) == {"effects": 1}


def test_a_claim_lost_or_new_is_a_flip() -> None:
    assert flips([], SWAPPED) == {"code": 1}
    now = shelling(SWAPPED.text, "Red Guard", "red")
    assert flips([now, replace(now, trigger=mention(SWAPPED.text, "killed"))], SWAPPED) == {"code": 1}


def test_a_party_carried_from_elsewhere_counts_by_its_counterpart() -> None:
    now = shelling(SWAPPED.text, "Red Guard", "red")
    elsewhere = replace(now.initiators[0], mention=mention(SWAPPED.text, "men"))
    assert flips([replace(now, initiators=(elsewhere,))], SWAPPED) == {}


def test_a_title_given_apart_is_exchanged_with_its_text() -> None:
    row = {"ref": "x", "title": "Blue hill", "text": "A blue hill."}
    swapped, done = on_text(lambda text: apply(text, [Edit(0, 4, "Crimson")]))(row)
    assert swapped["title"] == "Crimson hill"
    assert swapped["text"] == "A blue hill."
    assert done.text == "Crimson hill\n\nA blue hill."
