import type { Shapes } from "../api/client";
import { count, days, day, many, range } from "../shell/format";

type Row = Shapes["IncidentRow"];
export type Family = Shapes["Cell"]["family"];

/** The families in the order of the legend, as they are named on the page. */
export const FAMILIES: Readonly<Record<Family, string>> = {
  battles: "Battles", explosions: "Explosions and remote violence", civilians: "Violence against civilians",
  protests: "Protests and riots", developments: "Developments", control: "Control", other: "Other",
};

export const REVIEWED = { none: "not reviewed", part: "partly reviewed", all: "reviewed" } as const;

/** What the claims of an incident contradict each other in, as a row says it. */
export const DISPUTED: Readonly<Record<Row["contradictions"][number], string>> = {
  whether: "whether it happened", who: "who did it", where: "where", when: "when", how_many: "how many", who_holds: "who holds it", what: "what it was",
};

/** A code of the pack in words. */
export const plain = (code: string): string => code.replaceAll("_", " ");

/** When something was: its days, or only that it was reported by then. */
export function when(row: Pick<Row, "start" | "end" | "reported">): string {
  if (row.start) return days(row.start, row.end);
  return row.reported ? `undated, reported ${day(row.reported)}` : "undated";
}

const PLACES = 3;

/** Where something was, the most exact names first; "~" before a name that no gazetteer knows. */
export function where(row: Pick<Row, "places">): string {
  const names = row.places.filter((name) => name !== "~").map((name) => name.replace(/^~\s*/, "~ "));
  if (!names.length) return "place not told";
  const more = names.length - PLACES;
  return names.slice(0, PLACES).join(", ") + (more > 0 ? ` and ${count(more)} more` : "");
}

/** Killed and injured as ranges in words; "" where nobody tells either. */
export function toll(row: Pick<Row, "killed" | "injured">): string {
  return [range(row.killed, "killed"), range(row.injured, "injured")].filter(Boolean).join(", ");
}

/** How many reports, outlets and roots stand behind an incident. */
export function backing(row: Pick<Row, "reports" | "outlets" | "roots">): string {
  return [many(row.reports, "report"), many(row.outlets, "outlet"), many(row.roots, "root")].join(" · ");
}

/** The killed of a place on the map, from the lowest told to the highest. */
export function cellToll(cell: Pick<Shapes["Cell"], "low" | "high">): string {
  if (cell.low === null || cell.high === null) return "no toll told";
  return range({ low: cell.low, high: cell.high, open: false }, "killed reported");
}
