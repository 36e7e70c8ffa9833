import { describe, expect, it } from "vitest";
import { binEnd, dayText, daysBetween, firstDay, lastDay, ordered, plusDays, scalesOf, strays } from "./scale";

const bin = (start: string, incidents = 1) => ({ start, incidents, disputed: 0, low: 0, high: 0 });

describe("days", () => {
  it.each([["2012", "2012-12-31"], ["2012-02", "2012-02-29"], ["2012-02-03", "2012-02-03"]])("%s ends on %s", (text, end) => expect(lastDay(text)).toBe(end));
  it("begin with their year or month", () => expect([firstDay("2012"), firstDay("2012-02")]).toEqual(["2012-01-01", "2012-02-01"]));
  it("are counted over leap days and clock changes", () => expect(daysBetween("2012-02-28", "2012-11-01")).toBe(247));
  it("go on and back", () => expect(plusDays(plusDays("2013-03-30", 3), -3)).toBe("2013-03-30"));
  it("are put in order and within limits", () => expect(ordered("2015-01-01", "2009-01-01", "2010-01-01", "2014-01-01")).toEqual(["2010-01-01", "2014-01-01"]));
});

describe("bins", () => {
  it.each([["week", "2013-01-08"], ["month", "2013-02-01"], ["year", "2014-01-01"], ["day", "2013-01-02"]] as const)("of a %s end", (unit, end) => {
    expect(dayText(binEnd(bin("2013-01-01"), unit))).toBe(end);
  });
  it("span the plot", () => {
    const { x, from, to } = scalesOf([bin("2013-01-01"), bin("2013-03-01", 9)], "month", 100, 50);
    expect([from, to, x.range()]).toEqual(["2013-01-01", "2013-03-31", [0, 100]]);
  });
  it("far off from all others are set aside", () => {
    const near = Array.from({ length: 60 }, (_, at) => bin(`${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`, 5));
    const found = strays([bin("1951-01-01"), bin("1962-01-01"), ...near, bin("2031-01-01")]);
    expect([found.before.length, found.core.length, found.after.length]).toEqual([2, 60, 1]);
  });
  it("are all of them where there are few", () => expect(strays([bin("1951-01-01"), bin("2010-01-01")]).core).toHaveLength(2));
});
