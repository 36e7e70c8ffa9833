import { describe, expect, it } from "vitest";
import { lanesOf, strength, timeOf, undated } from "./lanes";

const holding = (holder: string, state: string, end: string | null) => ({
  place: "p", name: "Marrin", holder, side: null, state: state as "held", start: end, end, claim: `c-${holder}${end}`, source: "s", published: null, denied: false,
});

describe("lanes of control", () => {
  const today = timeOf("2020-02-10") ?? 0;
  it("gives each claimant a lane of its own, whoever else claims the place", () => {
    const lanes = lanesOf([holding("North", "held", "2020-02-01"), holding("South", "taken", "2020-02-03")], today);
    expect(lanes.map((one) => one.holder)).toEqual(["North", "South"]);
  });
  it("puts who is told of most first, within a side", () => {
    const lanes = lanesOf([holding("North", "held", "2020-02-01"), holding("South", "taken", "2020-02-03"), holding("South", "held", "2020-02-04")], today);
    expect(lanes.map((one) => one.holder)).toEqual(["South", "North"]);
  });
  it("draws a claim until the next of the same holder, a loss for its day alone", () => {
    const [lane] = lanesOf([holding("North", "held", "2020-02-01"), holding("North", "lost", "2020-02-05")], today);
    expect(lane?.pieces.map((one) => (one.to - one.from) / 86_400_000)).toEqual([4, 1]);
  });
  it("fades with age and sets undated claims aside", () => {
    expect(strength(timeOf("2020-01-11") ?? 0, today, 30)).toBeCloseTo(0.5);
    expect(undated([holding("North", "held", null)])).toHaveLength(1);
  });
});
