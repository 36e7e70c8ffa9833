"""The lexicons of reconciling say what they must."""

from __future__ import annotations

from contested.model.codes import event_codes
from contested.reconcile.events import event_families
from contested.reconcile.figures import wording
from contested.reconcile.naming import bare_name, is_name, naming, telling_words
from contested.reconcile.wordings import RAREST, place_weight, word_weights


def test_every_event_code_has_a_group_and_bare_harm_has_no_family() -> None:
    known = event_families()
    assert known.groups.keys() == event_codes().keys()
    assert all(not known.families[code] for code in known.generic)


def test_common_words_weigh_less() -> None:
    weights = word_weights()
    assert 0 <= weights["the"] < weights["killed"] < RAREST
    assert place_weight("the city") < place_weight("Kafr Sara")


def test_words_of_figures_are_lower_case() -> None:
    known = wording()
    assert all(word == word.lower() for word in known.part_people | known.additions | known.vague)


def test_what_only_describes_is_no_name() -> None:
    assert all(word == word.lower() for word in naming().voices | naming().articles)
    assert bare_name("northern countryside of kafr sara") == "kafr sara"
    assert bare_name("the village") != ""
    assert not is_name(["a", "local", "monitoring", "group"])
    assert is_name(["nahr", "watch"])
    assert telling_words("tell al amara") == ["tell", "amara"]
