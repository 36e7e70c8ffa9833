"""What a romanisation tells of the Arabic letters behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.gazetteer.arabic_letters import as_written


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Aţ Ţarīq", "الطريق"),
        ("Kafr Ḩalīmah", "كفر حليمة"),
        ("Tall aş Şawwān", "تل الصوان"),
        ("Dayr al ‘Aşāfīr", "دير العصافير"),
        ("Qaşr ash Shaykh", "قصر الشيخ"),
        ("Bi’r Ḩasan", "بئر حسن"),
        ("Al Bāridah", "الباردة"),
        ("Khirbat Ghazāl", "خربة غزال"),
    ],
)
def test_a_scholarly_romanisation_tells_every_letter(latin: str, arabic: str) -> None:
    assert as_written(latin) == as_written(arabic)


@pytest.mark.parametrize(("one", "other"), [("سارة", "صارة"), ("هرم", "حرم"), ("تل", "طل"), ("كلب", "قلب")])
def test_letters_taken_for_each_other_differ_by_a_sign(one: str, other: str) -> None:
    assert as_written(one) != as_written(other)
    assert as_written(one) == as_written(other).replace("*", "")


def test_the_maps_of_the_mandate_wrote_ghayn_as_rh() -> None:
    assert as_written("Tell Rharîb") == as_written("تل غريب")
    assert as_written("Farhan") != as_written("فغان")


@given(st.text(max_size=30))
def test_any_text_has_signs(text: str) -> None:
    assert as_written(text) == as_written(text)
