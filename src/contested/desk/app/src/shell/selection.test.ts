import { describe, expect, it } from "vitest";
import { asQuery, conditions, EVERYTHING, parseSelection, serialise, toggled, withSelection, type Selection } from "./selection";

const FULL: Selection = {
  q: "bridge & ford", since: "2013-02", until: "2014-01-31", place: "Old Quarter", actor: ["a,b", "c"], event: ["air_strike"],
  family: ["battles"], outlet: ["The Post"], side: ["x"], disputed: true, reports: 3, roots: 2, sure: 0.45, reviewed: ["none", "part"],
  box: "36.1,-2.5,37,3", as_of: "2014-06-30",
};

describe("a selection in an address", () => {
  it("comes back as it was written", () => expect(parseSelection(serialise(FULL))).toEqual(FULL));
  it("that asks nothing is empty", () => expect(serialise({ ...EVERYTHING })).toBe(""));
  it("is the same whatever order it was written in", () => {
    expect(serialise(parseSelection("roots=2&q=ford&actor=b&actor=a"))).toBe(serialise(parseSelection("actor=b&actor=a&q=ford&roots=2")));
  });
  it("keeps the other keys of the address", () => {
    expect(withSelection("sort=newest&q=old&at=1,2,3", { ...EVERYTHING, q: "new" })).toBe("q=new&sort=newest&at=1,2,3");
  });
  it.each(["since=yesterday", "box=1,2,3", "reports=-4", "reports=many", "sure=nan", "reviewed=maybe", "as_of=2013", "disputed=1"])(
    "leaves out what the server would refuse: %s", (query) => expect(parseSelection(query)).toEqual(EVERYTHING));
  it("names a value once", () => expect(parseSelection("actor=a&actor=a").actor).toEqual(["a"]));
});

describe("a selection", () => {
  it("sends only what it asks", () => expect(asQuery({ ...EVERYTHING, disputed: true, actor: ["a"] })).toEqual({ disputed: true, actor: ["a"] }));
  it("counts a standpoint in time as no condition", () => expect(conditions({ ...EVERYTHING, as_of: "2014-01-01", actor: ["a", "b"] })).toBe(2));
  it("takes a value in and out", () => expect(toggled(toggled(["a"], "b"), "a")).toEqual(["b"]));
});
