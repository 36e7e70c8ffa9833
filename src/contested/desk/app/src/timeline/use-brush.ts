import { useEffect, useRef, useState } from "preact/hooks";
import type { Change } from "../shell/use-selection";
import { daysBetween, dayText, firstDay, lastDay, ordered, plusDays } from "./scale";

export type Stretch = [since: string, until: string];
export type Grip = "new" | "move" | "since" | "until";
const WAIT = 70;
const ONE_MOVE = 1500;

interface Asked {
  since: string | null;
  until: string | null;
  from: string;
  to: string;
  change: Change;
}

/** Brushing days: the stretch follows the hand at once, the address a moment later, history gets one entry a move. */
export function useBrush({ since, until, from, to, change }: Asked) {
  const [drawn, setDrawn] = useState<Stretch | null>(null);
  const timer = useRef(0);
  const sent = useRef(0);
  const drag = useRef<{ grip: Grip; day: string; before: Stretch } | null>(null);
  const given: Stretch | null = since || until ? [since ? firstDay(since) : from, until ? lastDay(until) : to] : null;
  const stretch = drawn ?? given;
  const latest = useRef<Stretch | null>(null);
  useEffect(() => {
    if (drag.current) return;
    latest.current = null;
    setDrawn(null);
  }, [since, until]);

  const send = (next: Stretch) => {
    const how = Date.now() - sent.current < ONE_MOVE ? "replace" : "push";
    sent.current = Date.now();
    const whole = next[0] <= from && next[1] >= to;
    change(whole ? { since: null, until: null } : { since: next[0], until: next[1] }, how);
  };
  const set = (next: Stretch) => {
    latest.current = next;
    setDrawn(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => send(next), WAIT);
  };
  const begin = (grip: Grip, at: Date) => {
    const day = dayText(at);
    drag.current = { grip, day, before: stretch ?? [day, day] };
  };
  const follow = (at: Date) => {
    if (!drag.current) return;
    const { grip, day, before } = drag.current;
    const now = dayText(at);
    if (now === day && !latest.current) return;
    if (grip === "new") set(ordered(day, now, from, to));
    else if (grip === "since") set(ordered(now, before[1], from, to));
    else if (grip === "until") set(ordered(before[0], now, from, to));
    else set(moved(before, daysBetween(day, now), from, to));
  };
  const end = () => {
    if (!drag.current) return;
    drag.current = null;
    clearTimeout(timer.current);
    if (latest.current) send(latest.current);
  };
  /** Move one end by days, from the keyboard; the ends never pass each other. */
  const nudge = (which: "since" | "until", days: number) => {
    const [low, high] = latest.current ?? given ?? [from, to];
    if (which === "since") {
      const next = plusDays(low, days);
      set(ordered(next > high ? high : next, high, from, to));
    } else {
      const next = plusDays(high, days);
      set(ordered(low, next < low ? low : next, from, to));
    }
  };
  return { stretch, begin, follow, end, nudge };
}

function moved([since, until]: Stretch, days: number, from: string, to: string): Stretch {
  const held = Math.max(daysBetween(since, from), Math.min(daysBetween(until, to), days));
  return [plusDays(since, held), plusDays(until, held)];
}
