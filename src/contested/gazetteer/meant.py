"""What the name of a place means, for a search by another name than the one in the reports."""

from __future__ import annotations

from contested.gazetteer.lookup import Gazetteer

REGIONS = frozenset({"province", "state", "region"})


def meant_by(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The ids of the places of just this name; of countries also their code (ISO 3166), of regions their own names.

    Entries that bear it as their own name go before all others: "Salem" asks for no place of which it is an old name.
    """
    found = gazetteer.matches(name.strip().removeprefix("the ").removeprefix("The "), "exact")
    own = [match.place for match in found if match.own] or [match.place for match in found]
    codes = {place.country for place in own if place.kind == "country" and place.country}
    regions = {place.name for place in own if place.kind in REGIONS}
    return tuple(sorted({place.id for place in own} | codes | regions))
