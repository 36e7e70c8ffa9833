"""As known on: the incidents of an earlier day, derived when asked for; and bringing those of now up to date."""

from __future__ import annotations

from fastapi import APIRouter

from contested.desk.shapes.desk import MomentIn, MomentState
from contested.desk.state import At

router = APIRouter(tags=["moments"])


@router.get("/moments/{as_of}")
def moment(as_of: str, desk: At) -> MomentState:
    """Whether the incidents of a day ("now" for the present) are at hand, or how far deriving them is."""
    return desk.moment(as_of)


@router.post("/moments")
def derive(asked: MomentIn, desk: At) -> MomentState:
    """Begin deriving the incidents as known on a day; asked again, it says how far it is."""
    return desk.begin(asked.as_of)


@router.post("/rebuild")
def rebuild(desk: At) -> MomentState:
    """Begin bringing the incidents up to date with what was judged and read."""
    return desk.begin("")
