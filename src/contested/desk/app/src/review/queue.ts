import { computed, signal } from "@preact/signals";
import { api, type Shapes } from "../api/client";
import { answered, isProblem, type Problem } from "../api/use";
import { asQuery, type Selection } from "../shell/selection";
import { waiting } from "./outbox";

export type Item = Shapes["QueueItem"];
export type Coding = Shapes["JudgementIn"]["coding"];
export interface Asked {
  selection: Selection;
  coding: NonNullable<Coding>;
  order: "effect" | "unsure";
}

const LEAST = 4;
const FETCH = 8;
const REPORTS = 24;

export const items = signal<Item[]>([]);
export const left = signal<number | null>(null);
export const total = signal(0);
export const problem = signal<Problem | null>(null);
export const loading = signal(false);
export const current = computed(() => items.value[0]);

let asked: Asked | null = null;
let later: string[] = [];
let fetching: AbortController | null = null;
const reports = new Map<string, Promise<Shapes["ReportPage"]>>();

/** Begin a queue; what was held of another one is let go. */
export function begin(what: Asked): void {
  asked = what;
  later = [];
  fetching?.abort();
  fetching = null;
  reports.clear();
  items.value = [];
  left.value = null;
  problem.value = null;
  void refill();
}

/** Fetch more where little is left; what is held, waits to be sent or was put off is not asked for again. */
export async function refill(): Promise<void> {
  if (!asked || fetching || items.value.length >= LEAST || (left.value === 0 && items.value.length === 0)) return;
  const mine = (fetching = new AbortController());
  loading.value = items.value.length === 0;
  const holding = [...items.value.map((one) => one.card.claim.id), ...waiting.value.flatMap((one) => one.claims), ...later];
  const query = { ...asQuery(asked.selection), coding: asked.coding, order: asked.order, holding: holding.slice(-200), limit: FETCH };
  try {
    const got = await answered(api.GET("/api/queue", { params: { query }, signal: mine.signal }));
    if (mine.signal.aborted) return;
    const held = new Set([...items.value.map((one) => one.card.claim.id), ...waiting.value.flatMap((one) => one.claims)]);
    items.value = [...items.value, ...got.items.filter((one) => !held.has(one.card.claim.id))];
    left.value = got.left;
    total.value = got.total;
    problem.value = null;
    for (const one of items.value.slice(0, LEAST)) void reportOf(one.card.claim.report.id);
  } catch (error) {
    if (isProblem(error)) problem.value = error;
  } finally {
    if (fetching === mine) fetching = null;
    loading.value = false;
  }
}

/** Ask once more after a failure. */
export function again(): Promise<void> {
  problem.value = null;
  return refill();
}

/** Leave the present claim behind and go to the next, which is at hand already. */
export function advance(putOff = false): void {
  const first = items.value[0];
  if (first && putOff) later.push(first.card.claim.id);
  items.value = items.value.slice(1);
  if (left.value !== null && !putOff) left.value = Math.max(0, left.value - 1);
  if (items.value.length === 0 && putOff) later = [];
  void refill();
}

/** Bring a claim to the front, as after an undo. */
export async function bring(claim: string): Promise<void> {
  const card = await answered(api.GET("/api/claims/{id}", { params: { path: { id: claim }, query: { blind: asked?.coding === "blind" } } }));
  const rest = items.value.filter((one) => one.card.claim.id !== claim);
  items.value = [{ card, reason: "brought back", score: 0, position: 0 }, ...rest];
}

/** Take the present claim anew from the server, with what was just decided about it. */
export function replaceCurrent(card: Shapes["ClaimCard"]): void {
  const [first, ...rest] = items.value;
  if (first) items.value = [{ ...first, card }, ...rest];
}

/** The report of a claim, fetched ahead and kept for a while. */
export function reportOf(id: string): Promise<Shapes["ReportPage"]> {
  const known = reports.get(id);
  if (known) return known;
  const blind = asked?.coding === "blind";
  const made = answered(api.GET("/api/reports/{id}", { params: { path: { id }, query: { blind } } }));
  made.catch(() => reports.delete(id));
  reports.set(id, made);
  for (const old of [...reports.keys()].slice(0, Math.max(0, reports.size - REPORTS))) reports.delete(old);
  return made;
}
