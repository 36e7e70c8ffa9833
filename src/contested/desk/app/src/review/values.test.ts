import { describe, expect, it } from "vitest";
import { blank, numberIn } from "./values";

const words = (quote: string) => ({ start: 0, end: quote.length, quote });

describe("values from selected words", () => {
  it.each([
    ["40 civilians", { low: 40, high: 40 }],
    ["30 to 35", { low: 30, high: 35 }],
    ["1,300 dead", { low: 1300, high: 1300 }],
    ["dozens", {}],
  ])("reads %s as it is told", (quote, found) => {
    expect(numberIn("effects", words(quote))).toEqual(found);
  });
  it("fills in nothing that the words do not tell", () => {
    expect(blank("places", words("Marrin"))).toMatchObject({ name: "Marrin", place: null, lat: null, lon: null });
    expect(blank("initiators", words("gunmen"))).toMatchObject({ actor: null, kind: "unknown" });
  });
});
