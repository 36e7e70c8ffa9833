import type { Feature, FeatureCollection, Point, Polygon, Position } from "geojson";
import type { Shapes } from "../api/client";
import type { View } from "../overview/use-overview";

export type Cell = Shapes["Cell"];
export type Bounds = [west: number, south: number, east: number, north: number];

const KM_A_DEGREE = 111.32;
/** The share of incidents left out of the first view on each side. */
const STRAY = 0.04;
const CORNERS = 48;
const LEAST = 4;
const MOST = 24;
// Less than a square root, so that thousands and tens can be told apart on one map.
const POWER = 0.33;
const STEP = 1.9;
const LEAST_SHARED = 9;

/** The radius in pixels of a toll: it grows with the figure, up to a largest circle; nobody told is smallest. */
export function radius(killed: number | null): number {
  return Math.min(MOST, LEAST + STEP * Math.max(0, killed ?? 0) ** POWER);
}

/** Points to draw, the largest first, so that a small circle is never hidden under a large one. */
export function points(cells: readonly Cell[]): FeatureCollection<Point> {
  const features = cells.map((cell, at): Feature<Point> => {
    const outer = Math.max(radius(cell.high), cell.incidents > 1 ? LEAST_SHARED : 0);
    const inner = cell.low === null || cell.high === null || cell.low === cell.high ? outer : Math.min(outer - 2, radius(cell.low));
    return {
      type: "Feature", geometry: { type: "Point", coordinates: [cell.lon, cell.lat] },
      properties: {
        at, outer, inner: cell.low === 0 && cell.high !== 0 ? 2 : inner, family: cell.family, told: cell.high !== null,
        disputed: cell.disputed > 0, vague: cell.km > 0, count: cell.incidents > 1 ? `${cell.km > 0 ? "~" : ""}${compact.format(cell.incidents)}` : "",
      },
    };
  });
  features.sort((one, other) => other.properties?.outer - one.properties?.outer);
  return { type: "FeatureCollection", features };
}
const compact = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });

/** A circle of so many kilometres as a polygon in degrees. */
export function circle(lon: number, lat: number, km: number): Position[] {
  const high = km / KM_A_DEGREE;
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: CORNERS + 1 }, (_, at) => {
    const angle = (2 * Math.PI * (at % CORNERS)) / CORNERS;
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)];
  });
}

/** Where vague places may lie: an area each, so that no pin claims more than the text does. */
export function areas(cells: readonly Cell[]): FeatureCollection<Polygon> {
  return {
    type: "FeatureCollection",
    features: cells.filter((cell) => cell.km > 0).map((cell) => ({
      type: "Feature", geometry: { type: "Polygon", coordinates: [circle(cell.lon, cell.lat, cell.km)] }, properties: { family: cell.family, km: cell.km },
    })),
  };
}

function quantiles(values: [number, number][], outer: number): [number, number] {
  values.sort((one, other) => one[0] - other[0]);
  const all = values.reduce((sum, [, weight]) => sum + weight, 0);
  let seen = 0;
  let low = values[0]?.[0] ?? 0;
  let high = values.at(-1)?.[0] ?? 0;
  for (const [value, weight] of values) {
    if (seen <= all * outer) low = value;
    seen += weight;
    if (seen >= all * (1 - outer)) {
      high = value;
      break;
    }
  }
  return [low, high];
}

/** Bounds around nearly all incidents: one stray place far off does not make the map a globe. */
export function boundsOf(cells: readonly Cell[]): Bounds | null {
  if (!cells.length) return null;
  const [west, east] = quantiles(cells.map((cell) => [cell.lon, cell.incidents]), STRAY);
  const [south, north] = quantiles(cells.map((cell) => [cell.lat, cell.incidents]), STRAY);
  return [west, south, east, north];
}

/** What to ask the server for a piece of the map: more than is seen, on a grid, so that small moves ask nothing. */
export function viewOf([west, south, east, north]: Bounds, zoom: number): View {
  const whole = Math.max(0, Math.floor(zoom + 0.3));
  if (whole < 5) return { box: "-180,-90,180,90", zoom: whole };
  const step = 360 / 2 ** whole;
  const down = (value: number) => Math.floor(value / step - 0.25) * step;
  const up = (value: number) => Math.ceil(value / step + 0.25) * step;
  const edges = [Math.max(-180, down(west)), Math.max(-90, down(south)), Math.min(180, up(east)), Math.min(90, up(north))];
  return { box: edges.map((edge) => Number(edge.toFixed(4))).join(","), zoom: whole };
}

/** A box as the address tells it. */
export const boxText = (bounds: Bounds): string => bounds.map((edge) => Number(edge.toFixed(3))).join(",");

/** A box of the address as a ring to draw. */
export function boxRing(text: string): Position[] {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(",").map(Number);
  return [[west, south], [east, south], [east, north], [west, north], [west, south]];
}
