import { scaleLinear, scaleUtc } from "d3-scale";
import { utcDay, utcMonth, utcWeek, utcYear } from "d3-time";
import type { Shapes } from "../api/client";

type Bin = Shapes["Bin"];
export type Unit = Shapes["Overview"]["unit"];

const STEPS = { day: utcDay, week: utcWeek, month: utcMonth, year: utcYear } as const;

/** A day's text as a moment, in UTC so that no zone shifts it. */
export const moment = (text: string): Date => new Date(`${text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text}T00:00:00Z`);
/** A moment as a day's text. */
export const dayText = (at: Date): string => at.toISOString().slice(0, 10);
/** The day so many days on. */
export const plusDays = (text: string, days: number): string => dayText(utcDay.offset(moment(text), days));

/** The first moment after a bin. */
export function binEnd(bin: Bin, unit: Unit): Date {
  // A week of the server's may begin on another day than d3's, so that it is counted in days.
  return unit === "week" ? utcDay.offset(moment(bin.start), 7) : STEPS[unit].offset(moment(bin.start), 1);
}

/** Whole days from one day to another. */
export const daysBetween = (one: string, other: string): number => utcDay.count(moment(one), moment(other));
/** The first day of a year, a month or a day. */
export const firstDay = (text: string): string => dayText(moment(text));

/** The last day that a year, a month or a day ends with. */
export function lastDay(text: string): string {
  const unit = text.length === 4 ? utcYear : text.length === 7 ? utcMonth : utcDay;
  return dayText(utcDay.offset(unit.offset(moment(text), 1), -1));
}

const STRAY_SHARE = 0.02;
const STRAY_GAP = 0.15;

/** Bins that lie far off from nearly all others: they are named beside the plot instead of squeezing it. */
export function strays(bins: readonly Bin[]): { before: Bin[]; core: readonly Bin[]; after: Bin[] } {
  const all = bins.reduce((sum, bin) => sum + bin.incidents, 0);
  const cut = (from: readonly Bin[]): number => {
    const span = Math.abs(+moment(from[0]?.start ?? "") - +moment(from.at(-1)?.start ?? ""));
    let seen = 0;
    let found = 0;
    for (let at = 0; at + 1 < from.length; at++) {
      seen += from[at]?.incidents ?? 0;
      if (seen > all * STRAY_SHARE) break;
      const gap = Math.abs(+moment(from[at + 1]?.start ?? "") - +moment(from[at]?.start ?? ""));
      if (gap > span * STRAY_GAP) found = at + 1;
    }
    return found;
  };
  const low = cut(bins);
  const rest = bins.slice(low);
  const high = cut([...rest].reverse());
  return { before: bins.slice(0, low), core: rest.slice(0, rest.length - high), after: rest.slice(rest.length - high) };
}

/** Days from left to right, and counts from the bottom up. */
export function scalesOf(bins: readonly Bin[], unit: Unit, width: number, height: number) {
  const first = bins[0];
  const last = bins.at(-1);
  const from = first ? moment(first.start) : moment("2000-01-01");
  const to = last ? binEnd(last, unit) : utcYear.offset(from, 1);
  const x = scaleUtc([from, to], [0, width]);
  const y = scaleLinear([0, Math.max(1, ...bins.map((bin) => bin.incidents))], [height, 2]);
  return { x, y, from: dayText(from), to: dayText(utcDay.offset(to, -1)) };
}

/** A stretch of days in order and within limits. */
export function ordered(one: string, other: string, from: string, to: string): [string, string] {
  const clip = (text: string) => (text < from ? from : text > to ? to : text);
  return one <= other ? [clip(one), clip(other)] : [clip(other), clip(one)];
}
