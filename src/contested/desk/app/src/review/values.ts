import type { Card, Mention } from "../reading/marks";

/** One member of a list field while it is edited; which parts it has depends on the field. */
export interface EditItem {
  name?: string;
  kind?: string;
  who?: string | null;
  low?: number | null;
  high?: number | null;
  mention?: Mention | null;
  [part: string]: unknown;
}
export type EditValue = string | null | EditItem[] | object;

export const FIELDS = ["event", "initiators", "targets", "effects", "places", "time", "instruments", "attribution", "factuality"] as const;
export const FACTUALITIES = ["asserted", "hedged", "denied", "planned", "conditional", "forecast"] as const;
export const PRECISIONS = ["day", "days", "week", "month", "season", "year", "years"] as const;
const ACTORS = ["state_forces", "rebel_group", "militia", "external_forces", "police", "civilians", "protesters", "government", "organisation", "media", "unknown"];
const EFFECTS = ["killed", "injured", "captured", "missing", "displaced", "surrendered", "destroyed", "damaged", "evacuated", "detained", "released", "abducted"];
const SOURCES = ["publisher", "official", "party", "witness", "local", "unnamed", "media", "monitor", "document"];

/** The kinds that a member of a field may have. */
export function optionsOf(field: string): readonly string[] {
  if (field === "initiators" || field === "targets") return ACTORS;
  if (field === "effects") return EFFECTS;
  return field === "attribution" ? SOURCES : [];
}

/** What a field is at present: as a person decided it, else as the machine made it. */
export function valueOf(card: Card, field: string): EditValue {
  const decided = card.edited[field];
  if (decided !== undefined) return JSON.parse(decided) as EditValue;
  const value = card.claim[field as keyof Card["claim"]] ?? null;
  return structuredClone(value) as EditValue;
}

/** A new member from selected words; nothing is filled in that the words do not tell. */
export function blank(field: string, words: Mention): EditItem {
  const name = words.quote.replace(/\s+/g, " ");
  switch (field) {
    case "initiators":
    case "targets":
      return { name, actor: null, kind: "unknown", mention: words };
    case "places":
      return { name, place: null, lat: null, lon: null, precision: 3, relation: null, country: null, admin: [], mention: words };
    case "effects":
      return { kind: "killed", who: null, low: null, high: null, mention: words, ...numberIn(field, words) };
    case "attribution":
      return { name, kind: "unnamed", actor: null, mention: words, cue: null };
    default:
      return { name, mention: words };
  }
}

/** The number that selected words tell in digits, as both bounds; "30 to 35" as a range; nothing where there is none. */
export function numberIn(field: string, words: Mention): Partial<EditItem> {
  if (field !== "effects") return {};
  const numbers = [...words.quote.replace(/(\d)[,.\u202f ](?=\d{3}\b)/g, "$1").matchAll(/\d+/g)].map((one) => Number(one[0]));
  const [low, high] = numbers;
  return low === undefined ? {} : { low, high: high ?? low };
}
