import type { Shapes } from "../api/client";

export type Mention = Shapes["Mention"];
export type Claim = Shapes["Claim"];
export type Card = Shapes["ClaimCard"];
export type Role =
  | "evidence" | "trigger" | "initiator" | "target" | "instrument" | "place" | "time" | "effect" | "source" | "cue";
export type Layer = Role | "boilerplate" | "loaded" | "other";

/** A stretch of the text with what it is part of; ``numbers`` are claims whose trigger begins here. */
export interface Stretch {
  start: number;
  end: number;
  layers: Layer[];
  /** Claims whose trigger this stretch is part of, by their number. */
  triggers: number[];
  /** What to say of it when pointed at. */
  titles: string[];
}

interface Span {
  start: number;
  end: number;
  layer: Layer;
  trigger?: number;
  title?: string;
}

/** Where each part of a claim stands in the text. */
export function spansOf(claim: Claim): { role: Role; mention: Mention }[] {
  const found: { role: Role; mention: Mention | null | undefined }[] = [
    { role: "evidence", mention: claim.evidence },
    { role: "trigger", mention: claim.trigger },
    ...claim.initiators.map((one) => ({ role: "initiator" as const, mention: one.mention })),
    ...claim.targets.map((one) => ({ role: "target" as const, mention: one.mention })),
    ...claim.instruments.map((one) => ({ role: "instrument" as const, mention: one.mention })),
    ...claim.places.map((one) => ({ role: "place" as const, mention: one.mention })),
    ...claim.effects.map((one) => ({ role: "effect" as const, mention: one.mention })),
    { role: "time", mention: claim.time?.mention },
    ...claim.attribution.flatMap((one) => [
      { role: "source" as const, mention: one.mention },
      { role: "cue" as const, mention: one.cue },
    ]),
  ];
  return found.filter((one): one is { role: Role; mention: Mention } => Boolean(one.mention));
}

function spansOfPage(page: Shapes["ReportPage"], focused: Card | undefined): Span[] {
  const spans: Span[] = page.report.boilerplate.map(({ kind, mention }) => (
    { ...mention, layer: "boilerplate", title: `not part of the report: ${kind}` }));
  for (const word of page.loaded) {
    const neutral = word.neutral ? `, neutral: “${word.neutral}”` : "";
    spans.push({ ...word, layer: "loaded", title: `takes a side${neutral}` });
  }
  for (const card of page.claims) {
    const { trigger, event } = card.claim;
    spans.push({ ...trigger, layer: "other", trigger: card.number, title: `claim ${card.number}: ${event}` });
  }
  for (const { role, mention } of focused ? spansOf(focused.claim) : []) {
    spans.push({ ...mention, layer: role, title: role === "evidence" ? "" : role });
  }
  return spans;
}

/** The text cut wherever something begins or ends, in order and without a gap. */
export function stretches(page: Shapes["ReportPage"], focused: Card | undefined): Stretch[] {
  const length = page.report.text.length;
  const spans = spansOfPage(page, focused).filter((one) => one.start < one.end && one.start < length);
  const cuts = [...new Set([0, length, ...spans.flatMap((one) => [one.start, Math.min(one.end, length)])])].sort((a, b) => a - b);
  const opening = grouped(spans);
  let open: Span[] = [];
  return cuts.slice(0, -1).map((start, at) => {
    open = [...open.filter((one) => one.end > start), ...(opening.get(start) ?? [])];
    return {
      start,
      end: cuts[at + 1] ?? length,
      layers: [...new Set(open.map((one) => one.layer))],
      triggers: [...new Set(open.flatMap((one) => (one.trigger === undefined ? [] : [one.trigger])))],
      titles: [...new Set(open.flatMap((one) => (one.title ? [one.title] : [])))],
    };
  });
}

function grouped(spans: Span[]): Map<number, Span[]> {
  const found = new Map<number, Span[]>();
  for (const one of spans) found.set(one.start, [...(found.get(one.start) ?? []), one]);
  return found;
}

/** The words selected in the pane as a mention, white space at the ends left out; null where there are none. */
export function selectedMention(pane: HTMLElement, text: string): Mention | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null ? null : trimmed(text, start, end);
}

function offsetOf(node: Node, offset: number): number | null {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!holder) return null;
  const start = Number(holder.dataset["start"]);
  return node instanceof Element ? start + (offset ? (holder.textContent?.length ?? 0) : 0) : start + offset;
}

/** A stretch of text as a mention; null where only white space is left. */
export function trimmed(text: string, start: number, end: number): Mention | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return from < to ? { start: from, end: to, quote: text.slice(from, to) } : null;
}
