import { day, count, share } from "../shell/format";
import { conditions, EVERYTHING, LISTS, type ListField, type Selection } from "../shell/selection";
import type { Change } from "../shell/use-selection";
import { FAMILIES, plain, REVIEWED, type Family } from "./words";
import type { Overview } from "./use-overview";

const names = new Map<string, string>();

/** Keep the names of values met in facets, so that a chip still has one when its facet is gone. */
export function learnNames(overview: Overview | undefined): void {
  if (!overview) return;
  const { actors, outlets, sides, places } = overview.facets;
  for (const one of [...actors, ...outlets, ...sides, ...places]) names.set(one.id, one.name);
}

/** A value as a person reads it. */
export function named(field: ListField | "place", value: string): string {
  if (field === "family") return FAMILIES[value as Family] ?? value;
  if (field === "event") return plain(value);
  if (field === "reviewed") return REVIEWED[value as keyof typeof REVIEWED] ?? value;
  return names.get(value) ?? value;
}

const FIELD_NAMES: Record<ListField, string> = {
  actor: "actor", event: "event", family: "kind", outlet: "outlet", side: "side of the outlet", reviewed: "review",
};

interface Chip {
  label: string;
  without: Partial<Selection>;
}

/** What a selection asks, one chip a condition, each with the change that lets go of it. */
export function chipsOf(selection: Selection): Chip[] {
  const chips: Chip[] = [];
  const add = (asked: unknown, label: string, ...keys: (keyof Selection)[]) => {
    if (asked) chips.push({ label, without: Object.fromEntries(keys.map((key) => [key, EVERYTHING[key]])) });
  };
  const { q, since, until, place, disputed, reports, roots, sure, box } = selection;
  add(q, `“${q}”`, "q");
  add(since && until, `${day(since)} – ${day(until)}`, "since", "until");
  add(since && !until, `since ${day(since)}`, "since");
  add(until && !since, `until ${day(until)}`, "until");
  add(place, `place: ${named("place", place)}`, "place");
  add(box, "within a box on the map", "box");
  for (const field of LISTS) for (const value of selection[field]) {
    chips.push({ label: `${FIELD_NAMES[field]}: ${named(field, value)}`, without: { [field]: selection[field].filter((one) => one !== value) } });
  }
  add(disputed, "disputed", "disputed");
  add(reports > 1, `at least ${count(reports)} reports`, "reports");
  add(roots > 1, `at least ${count(roots)} roots`, "roots");
  add(sure > 0, `confidence at least ${share(sure)}`, "sure");
  return chips;
}

/** The conditions in force, each removable. */
export function Chips({ selection, change }: { selection: Selection; change: Change }) {
  const chips = chipsOf(selection);
  if (!conditions(selection)) return null;
  return (
    <ul class="chips" aria-label="Conditions in force">
      {chips.map(({ label, without }) => (
        <li key={label}><button type="button" class="chip" aria-label={`Remove the condition ${label}`} onClick={() => change(without)}>{label} <span aria-hidden="true">✕</span></button></li>
      ))}
      <li><button type="button" class="plain" onClick={() => change({ ...EVERYTHING, as_of: selection.as_of })}>clear all</button></li>
    </ul>
  );
}
