"""Union: sets that grow together, with their members."""

from __future__ import annotations


class Union:
    """Disjoint sets of ids; an id nobody joined is a set of its own."""

    def __init__(self) -> None:
        self.sets: dict[str, set[str]] = {}

    def members(self, id: str) -> set[str]:
        """The set an id is in; not to be changed."""
        return self.sets.get(id) or {id}

    def join(self, one: str, other: str) -> None:
        """Make the sets of two ids one."""
        small, large = sorted((self.sets.setdefault(one, {one}), self.sets.setdefault(other, {other})), key=len)
        if small is large:
            return
        large |= small
        for id in small:
            self.sets[id] = large

    def groups(self) -> list[set[str]]:
        """Every set of two or more."""
        return [members for members in {id(s): s for s in self.sets.values()}.values() if len(members) > 1]
