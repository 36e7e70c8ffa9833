import type { Shapes } from "../api/client";

type Span = Shapes["Span"];

const whole = new Intl.NumberFormat();
const cut = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 });
// Days are told without a clock, so that no zone may shift them.
const formats = [
  new Intl.DateTimeFormat(undefined, { year: "numeric", timeZone: "UTC" }),
  new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", timeZone: "UTC" }),
  new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" }),
] as const;
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A count by the browser's locale. */
export const count = (value: number): string => whole.format(value);
/** A count cut short, for a small place. */
export const short = (value: number): string => (value < 10_000 ? whole.format(value) : cut.format(value));
/** A share from 0 to 1 in percent. */
export const share = (value: number): string => percent.format(value);
/** A count with its noun in the right number. */
export const many = (value: number, one: string, more = `${one}s`): string => `${count(value)} ${value === 1 ? one : more}`;

/** A date as precise as it is told: a year, a month or a day; other text stays as it is. */
export function day(text: string | null | undefined): string {
  if (!text) return "";
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text);
  if (!found) return text;
  const at = Date.UTC(Number(found[1]), Number(found[2] ?? 1) - 1, Number(found[3] ?? 1));
  const format = formats[found[3] ? 2 : found[2] ? 1 : 0];
  return Number.isNaN(at) ? text : format.format(at);
}

/** From one day to another, told once where they are one. */
export function days(start: string | null, end: string | null): string {
  if (!start) return end ? `until ${day(end)}` : "";
  return !end || end === start ? day(start) : `${day(start)} – ${day(end)}`;
}

/** A moment of the clock, in the reader's zone; other text stays as it is. */
export function clock(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : moment.format(at);
}

/** A range of a harm in words; never one number where sources tell two, never a bare number. */
export function range(span: Span | null | undefined, what: string): string {
  if (!span) return "";
  const from = count(span.low);
  const to = count(span.high);
  if (span.low === span.high) return `${span.open ? "at least " : ""}${from} ${what}`;
  return `${from} to ${to}${span.open ? " or more" : ""} ${what}`;
}
