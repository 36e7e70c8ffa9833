import type { Shapes } from "../api/client";

type Reviewed = Shapes["IncidentRow"]["reviewed"];

/** The conditions on incidents, as the server knows them; shared by every page and kept in the address. */
export interface Selection {
  q: string;
  since: string | null;
  until: string | null;
  place: string;
  actor: string[];
  event: string[];
  family: string[];
  outlet: string[];
  side: string[];
  disputed: boolean;
  reports: number;
  roots: number;
  sure: number;
  reviewed: Reviewed[];
  box: string | null;
  as_of: string | null;
}

export const EVERYTHING: Readonly<Selection> = {
  q: "", since: null, until: null, place: "", actor: [], event: [], family: [], outlet: [], side: [],
  disputed: false, reports: 1, roots: 1, sure: 0, reviewed: [], box: null, as_of: null,
};

export type ListField = "actor" | "event" | "family" | "outlet" | "side" | "reviewed";
export const LISTS: readonly ListField[] = ["actor", "event", "family", "outlet", "side", "reviewed"];
export const KEYS = Object.keys(EVERYTHING) as (keyof Selection)[];

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;
const BOX = /^-?[\d.]+,-?[\d.]+,-?[\d.]+,-?[\d.]+$/;
const REVIEWED = new Set(["none", "part", "all"]);

const fitting = (text: string | null, pattern: RegExp): string | null => (text && pattern.test(text) ? text : null);
const counted = (text: string | null): number => Math.max(1, Math.floor(Number(text ?? 1)) || 1);
const share = (text: string | null): number => Math.min(1, Math.max(0, Number(text ?? 0) || 0));

/** The selection that an address's query tells; what the server would refuse is left out. */
export function parseSelection(search: string): Selection {
  const query = new URLSearchParams(search);
  const list = (name: string): string[] => [...new Set(query.getAll(name).filter(Boolean))];
  return {
    q: (query.get("q") ?? "").slice(0, 300),
    since: fitting(query.get("since"), DAY),
    until: fitting(query.get("until"), DAY),
    place: (query.get("place") ?? "").slice(0, 200),
    actor: list("actor"),
    event: list("event"),
    family: list("family"),
    outlet: list("outlet"),
    side: list("side"),
    disputed: query.get("disputed") === "true",
    reports: counted(query.get("reports")),
    roots: counted(query.get("roots")),
    sure: share(query.get("sure")),
    reviewed: list("reviewed").filter((one): one is Reviewed => REVIEWED.has(one)),
    box: fitting(query.get("box"), BOX),
    as_of: fitting(query.get("as_of"), WHOLE_DAY),
  };
}

/** Only what a selection asks, ready to be sent to the API. */
export function asQuery(selection: Selection): Partial<Selection> {
  const asked = KEYS.filter((key) => String(selection[key] ?? "") !== String(EVERYTHING[key] ?? ""));
  return Object.fromEntries(asked.map((key) => [key, selection[key]])) as Partial<Selection>;
}

/** A selection as a query in one fixed order, without "?"; "" selects everything. */
export function serialise(selection: Selection): string {
  return withSelection("", selection);
}

/** The query of an address with its selection replaced and every other key kept. */
export function withSelection(search: string, selection: Selection): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(asQuery(selection))) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one));
  }
  for (const [key, value] of new URLSearchParams(search)) if (!(key in EVERYTHING)) query.append(key, value);
  // Commas are allowed in a query and make a box readable.
  return query.toString().replaceAll("%2C", ",");
}

/** How many conditions a selection has; ``as_of`` is a standpoint, not a condition. */
export function conditions(selection: Selection): number {
  return Object.entries(asQuery(selection)).reduce(
    (sum, [key, value]) => sum + (key === "as_of" ? 0 : Array.isArray(value) ? value.length : 1), 0);
}

/** The list with a value added, or taken out where it stood in it. */
export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}
