import { describe, expect, it } from "vitest";
import { areas, boundsOf, boxRing, boxText, points, radius, viewOf, type Cell } from "./cells";

const cell = (more: Partial<Cell> = {}): Cell => ({
  lat: 10, lon: 20, incidents: 1, disputed: 0, family: "battles", low: 2, high: 40, km: 0, id: "i", name: "Some place", ...more,
});
const drawn = (one: Cell) => points([one]).features[0]?.properties;

describe("a circle of the map", () => {
  it("shows the range: the highest outside, the lowest inside", () => expect(drawn(cell())?.inner).toBeLessThan(drawn(cell())?.outer));
  it("has one edge where all tell one figure", () => expect(drawn(cell({ low: 4, high: 4 }))).toMatchObject({ inner: radius(4), outer: radius(4) }));
  it("says where nobody tells", () => expect(drawn(cell({ low: null, high: null }))).toMatchObject({ told: false }));
  it("is drawn before the smaller ones", () => {
    expect(points([cell({ high: 1 }), cell({ high: 900 })]).features.map((one) => one.properties?.at)).toEqual([1, 0]);
  });
  it("grows with the toll, up to a largest", () => {
    expect(radius(10)).toBeGreaterThan(radius(1));
    expect(radius(1e9)).toBeLessThan(40);
  });
});

describe("vague places", () => {
  it("are areas, named towns are none", () => expect(areas([cell(), cell({ km: 30 })]).features).toHaveLength(1));
  it("reach as far as they are vague", () => {
    const ring = areas([cell({ km: 111.32 })]).features[0]?.geometry.coordinates[0] ?? [];
    expect(Math.max(...ring.map(([, lat]) => lat ?? 0))).toBeCloseTo(11, 2);
  });
});

describe("what the map asks", () => {
  it("stays the same for a small move", () => expect(viewOf([36.1, 33.1, 37.9, 34.9], 8)).toEqual(viewOf([36.12, 33.12, 37.92, 34.92], 8)));
  it("covers what is seen", () => {
    const [west = 0, south = 0, east = 0, north = 0] = viewOf([36.1, 33.1, 37.9, 34.9], 8).box.split(",").map(Number);
    expect(west <= 36.1 && south <= 33.1 && east >= 37.9 && north >= 34.9).toBe(true);
  });
  it("is the whole world from far off", () => expect(viewOf([0, 0, 90, 40], 3).box).toBe("-180,-90,180,90"));
  it("has bounds that one stray place does not stretch", () => {
    const near = Array.from({ length: 300 }, (_, at) => cell({ lon: 36 + at / 300 }));
    expect(boundsOf([...near, cell({ lon: -74 })])?.[0]).toBeGreaterThan(35);
  });
  it("knows no bounds of nothing", () => expect(boundsOf([])).toBeNull());
  it("reads a box as it was written", () => expect(boxRing(boxText([1, 2, 3, 4]))[2]).toEqual([3, 4]));
});
