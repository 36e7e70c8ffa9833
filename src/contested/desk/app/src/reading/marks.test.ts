import { describe, expect, it } from "vitest";
import type { Shapes } from "../api/client";
import { stretches, trimmed } from "./marks";

const text = "Rebels shelled Marrin, killing 4 people.";
const mention = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote });
const card = {
  number: 1,
  claim: {
    id: "c-1", event: "shelling", evidence: mention(text), trigger: mention("shelled"), initiators: [{ name: "rebels", actor: null, kind: "rebel_group", mention: mention("Rebels") }],
    targets: [], instruments: [], places: [], time: null, effects: [], attribution: [],
  },
} as unknown as Shapes["ClaimCard"];
const page = { report: { text, boilerplate: [] }, claims: [card], loaded: [{ ...mention("Rebels"), tilt: null, neutral: "insurgents" }] } as unknown as Shapes["ReportPage"];

describe("the marked text", () => {
  it("is the whole text, in order and without a gap", () => {
    const cut = stretches(page, card);
    expect(cut.map((one) => text.slice(one.start, one.end)).join("")).toBe(text);
  });
  it("marks words that are several things at once", () => {
    const rebels = stretches(page, card).find((one) => one.start === 0);
    expect(rebels?.layers).toEqual(expect.arrayContaining(["initiator", "loaded", "evidence"]));
    expect(rebels?.titles.join()).toContain("insurgents");
  });
  it("shows where another claim is even when none is chosen", () => {
    expect(stretches(page, undefined).find((one) => one.triggers.length)?.triggers).toEqual([1]);
  });
  it("takes selected words without the white space around them", () => {
    expect(trimmed(text, 6, 15)).toEqual({ start: 7, end: 14, quote: "shelled" });
    expect(trimmed(text, 6, 7)).toBeNull();
  });
});
