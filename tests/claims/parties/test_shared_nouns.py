"""Two whose words share a noun are two parties, and a party that is told by one phrase stays one."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("The British and Irish governments condemned the attack.", "condemnation",
         ["British government", "Irish government"]),
        ("Georgian and separatist officials held emergency talks in Tskhinvali.", "talks",
         ["Georgian officials", "separatist officials"]),
        ("The Israeli and Palestinian delegations met in London on Monday.", "talks",
         ["Israeli delegations", "Palestinian delegations"]),
        ("The U.S. and Iraqi militaries launched an offensive in Shaab.", "armed_clash", ["U.S.", "Iraqi military"]),
        ("Syria: Russian and government planes targeted rebels in Homs.", "air_strike",
         ["Russian planes", "Syrian government planes"]),
        ("Russian and Syrian government forces shelled Homs.", "shelling",
         ["Russian forces", "Syrian government forces"]),
        ("Nine were killed in Russian and regime attacks in Homs, Syria.", "attack", ["Russian", "regime"]),
        ("Government and rebel troops clashed near Goma.", "armed_clash", ["Government troops", "rebel troops"]),
        ("The EU-Israel summit will take place in May.", "talks", ["EU", "Israel"]),
        ("Israel-Syrian talks have been cut off.", "talks", ["Israel", "Syrian"]),
        ("Turkish artillery and coalition jets struck Manbij.", "air_strike", ["Turkish artillery", "coalition jets"]),
    ],
)  # fmt: skip
def test_each_has_a_name_of_its_own(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == doers


def test_words_of_those_who_share_a_noun_are_their_mentions(annotator: Annotator) -> None:
    told = first_told(annotator, "The British and Irish governments condemned the attack.", "condemnation")
    assert [who.mention.quote for who in told.initiators] == ["British", "Irish governments"]
