import { describe, expect, it } from "vitest";
import { count, day, days, many, range } from "./format";

const span = (low: number, high: number, open = false) => ({ low, high, open });

describe("a date is told as precisely as it is known", () => {
  it.each([["2013", /^2013$/], ["2013-06", /^\D*2013$/], ["2013-06-05", /5/]])("%s", (text, form) => expect(day(text)).toMatch(form));
  it("a month never becomes its first day", () => expect(day("2013-06")).not.toMatch(/\b0?1\b/));
  it("what is no date stays as it is", () => expect(day("early summer")).toBe("early summer"));
  it("nothing told is nothing", () => expect(day(null)).toBe(""));
  it("one day is told once", () => expect(days("2013-06-05", "2013-06-05")).toBe(day("2013-06-05")));
  it("no zone shifts a day", () => expect(day("2013-01-01")).toContain("2013"));
});

describe("a toll is told as a range", () => {
  it("from the lowest to the highest", () => expect(range(span(3, 12), "killed")).toBe("3 to 12 killed"));
  it("open upwards", () => expect(range(span(3, 12, true), "killed")).toBe("3 to 12 or more killed"));
  it("one figure told as a lower bound", () => expect(range(span(7, 7, true), "killed")).toBe("at least 7 killed"));
  it("nobody tells", () => expect(range(null, "killed")).toBe(""));
});

describe("a count", () => {
  it("has its noun in the right number", () => expect([many(1, "report"), many(2, "report"), many(0, "report")]).toEqual(["1 report", "2 reports", "0 reports"]));
  it("is grouped as the locale does", () => expect(count(12345)).toBe(new Intl.NumberFormat().format(12345)));
});
