import type { Shapes } from "../api/client";

type Holding = Shapes["Holding"];

/** A stretch of a lane: from the day told until the next word of the same holder; strength fades with age. */
export interface Piece {
  from: number;
  to: number;
  state: string;
  denied: boolean;
  holdings: Holding[];
}
export interface Lane {
  holder: string;
  side: string | null;
  pieces: Piece[];
}

const DAY = 86_400_000;
const GONE = new Set(["lost", "withdrawn"]);

/** A day as milliseconds; null where it is not told. */
export function timeOf(text: string | null | undefined): number | null {
  const time = text ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/**
 * One lane a claimant, by side, those told of most first: what it is said to hold, and until when; undated claims are
 * left out (see ``undated``).
 */
export function lanesOf(holdings: Holding[], today: number): Lane[] {
  const byHolder = new Map<string, Holding[]>();
  for (const one of holdings) {
    if (timeOf(one.end ?? one.published) !== null) byHolder.set(one.holder, [...(byHolder.get(one.holder) ?? []), one]);
  }
  return [...byHolder].map(([holder, told]) => ({ holder, side: told[0]?.side ?? null, pieces: piecesOf(told, today) }))
    .sort((a, b) => Number(a.side === null) - Number(b.side === null) || (a.side ?? "").localeCompare(b.side ?? "") || weight(b) - weight(a) || a.holder.localeCompare(b.holder));
}

const weight = (lane: Lane): number => lane.pieces.reduce((sum, piece) => sum + piece.holdings.length, 0);

function piecesOf(told: Holding[], today: number): Piece[] {
  const byDay = new Map<string, Holding[]>();
  for (const one of told) {
    const key = `${timeOf(one.end ?? one.published)} ${one.state} ${one.denied}`;
    byDay.set(key, [...(byDay.get(key) ?? []), one]);
  }
  const points = [...byDay.values()].map((holdings) => ({ at: timeOf(holdings[0]?.end ?? holdings[0]?.published) ?? today, holdings }))
    .sort((a, b) => a.at - b.at);
  return points.map(({ at, holdings }, index) => {
    const first = holdings[0];
    const next = points.slice(index + 1).find((one) => one.at > at)?.at ?? today;
    const ends = first && (GONE.has(first.state) || first.denied);
    return { from: at, to: ends ? at + DAY : Math.max(next, at + DAY), state: first?.state ?? "", denied: first?.denied ?? false, holdings };
  });
}

/** How much a claim of a day still tells on another, by its half-life in days. */
export const strength = (from: number, at: number, halfLife: number): number => 0.5 ** (Math.max(0, at - from) / DAY / halfLife);

/** Claims of control with no day at all. */
export const undated = (holdings: Holding[]): Holding[] => holdings.filter((one) => timeOf(one.end ?? one.published) === null);
