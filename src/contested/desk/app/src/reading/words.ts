import { count, days } from "../shell/format";
import type { Claim, Mention } from "./marks";

/** One line of a claim's fields: what it says, and the words that it came from. */
export interface Line {
  field: string;
  name: string;
  values: { text: string; note: string; mention: Mention | null }[];
}

const SURE: Record<Claim["factuality"], string> = {
  asserted: "said as a fact", hedged: "said with a reserve", denied: "denied", planned: "planned, not yet done",
  conditional: "only if something else holds", forecast: "expected to happen",
};
const STANCE: Record<Claim["author_stance"], string> = {
  asserts: "the author says so too", reports: "the author only passes it on", doubts: "the author doubts it",
};

/** An event code as words. */
export const eventWords = (code: string): string => code.replaceAll("_", " ");

/** A count as it is told: bounds may be open. */
export function bounds(low: number | null | undefined, high: number | null | undefined): string {
  if (low == null && high == null) return "an untold number";
  if (low == null) return `up to ${count(high ?? 0)}`;
  if (high == null) return `at least ${count(low)}`;
  return low === high ? count(low) : `${count(low)} to ${count(high)}`;
}

function places(claim: Claim): Line["values"] {
  return claim.places.map((one) => ({
    text: `${one.relation && one.relation !== "in" && one.relation !== "at" ? `${one.relation} ` : ""}${one.name}`,
    note: one.place ? [...one.admin].reverse().slice(0, 2).join(", ") : "no gazetteer resolves it",
    mention: one.mention,
  }));
}

function actors(list: Claim["initiators"]): Line["values"] {
  return list.map((one) => ({ text: one.name, note: eventWords(one.kind), mention: one.mention }));
}

/** A claim in words, field by field, in the order a coder reads; every value keeps its words. */
export function linesOf(claim: Claim): Line[] {
  const { time } = claim;
  return [
    { field: "event", name: "What", values: [{ text: eventWords(claim.event), note: "", mention: claim.trigger }] },
    { field: "initiators", name: "By whom", values: actors(claim.initiators) },
    { field: "targets", name: "To whom", values: actors(claim.targets) },
    { field: "effects", name: "Toll", values: claim.effects.map((one) => (
      { text: `${bounds(one.low, one.high)} ${one.kind}`, note: one.who ?? "", mention: one.mention })) },
    { field: "places", name: "Where", values: places(claim) },
    { field: "time", name: "When", values: time ? [{ text: days(time.start, time.end), note: `to the ${time.precision}`, mention: time.mention ?? null }] : [] },
    { field: "instruments", name: "Means", values: claim.instruments.map((one) => ({ text: one.name, note: "", mention: one.mention })) },
    { field: "attribution", name: "Said by", values: claim.attribution.map((one) => ({ text: one.name, note: one.kind, mention: one.mention ?? null })) },
    { field: "factuality", name: "How surely", values: [{ text: SURE[claim.factuality], note: STANCE[claim.author_stance], mention: null }] },
  ];
}

/** The chain of voices from the outlet to who is said to know. */
export const chain = (claim: Claim): string => claim.attribution.map((one) => one.name).join(" › ");
