import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { api, type Shapes } from "../api/client";
import { answered, isProblem, type Problem } from "../api/use";
import { asQuery, serialise, type Selection } from "../shell/selection";
import { derived } from "../shell/status";

export type Row = Shapes["IncidentRow"];
export const SORTS = ["reports", "newest", "oldest", "killed", "disputed"] as const;
export type Sort = (typeof SORTS)[number];
const PAGE = 100;
const WAIT = 60;
const ROW_OF_CHANGES = 250;

export interface Rows {
  /** Which list is shown; "" before there is one. */
  key: string;
  total: number;
  /** A row by its place in the list; undefined while it is on its way. */
  row: (at: number) => Row | undefined;
  /** Ask for what a stretch shows and for the stretches beside it. */
  need: (from: number, to: number) => void;
  loading: boolean;
  problem: Problem | undefined;
  retry: () => void;
}

class Pages {
  rows = new Map<number, Row[]>();
  asked = new Map<number, AbortController>();
  total = 0;
  filled = false;
  constructor(readonly key: string) {}

  stop(): void {
    for (const one of this.asked.values()) one.abort();
    this.asked.clear();
  }
}

/** The list of a selection by pages; rows of the selection before stay until the new first page is here. */
export function useRows(selection: Selection, sort: Sort, ready: boolean): Rows {
  const [version, draw] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const shown = useRef(new Pages(""));
  const coming = useRef(shown.current);
  const key = `${serialise(selection)} ${sort} ${derived.value}`;
  const stretch = useRef<[number, number]>([0, 0]);
  const changed = useRef(-Infinity);
  const asking = useRef({ selection, sort });
  asking.current = { selection, sort };

  const fetchPage = useCallback(async (pages: Pages, page: number) => {
    if (pages.rows.has(page) || pages.asked.has(page)) return;
    const abort = new AbortController();
    pages.asked.set(page, abort);
    const query = { ...asQuery(asking.current.selection), sort: asking.current.sort, offset: page * PAGE, limit: PAGE };
    try {
      const got = await answered(api.GET("/api/incidents", { params: { query }, signal: abort.signal }));
      if (abort.signal.aborted) return;
      pages.rows.set(page, got.rows);
      pages.total = got.total;
      pages.filled = true;
      if (coming.current === pages) shown.current = pages;
      setProblem(undefined);
    } catch (error) {
      if (isProblem(error) && !abort.signal.aborted) setProblem(error);
    }
    if (pages.asked.get(page) === abort) pages.asked.delete(page);
    draw((before) => before + 1);
  }, []);

  useEffect(() => {
    if (!ready) return;
    const pages = new Pages(key);
    const rested = performance.now() - changed.current > ROW_OF_CHANGES;
    changed.current = performance.now();
    coming.current.stop();
    coming.current = pages;
    draw((before) => before + 1);
    const timer = setTimeout(() => void fetchPage(pages, 0), rested ? 0 : WAIT);
    return () => clearTimeout(timer);
  }, [key, ready]);

  useEffect(() => () => coming.current.stop(), []);

  const need = useCallback((from: number, to: number) => {
    const pages = shown.current;
    stretch.current = [from, to];
    if (!pages.filled || pages !== coming.current) return;
    const last = Math.floor(Math.max(0, pages.total - 1) / PAGE);
    const begin = Math.max(0, Math.floor(from / PAGE));
    const end = Math.min(last, Math.floor((to + PAGE / 2) / PAGE));
    for (const [page, abort] of pages.asked) {
      // A page scrolled past before it came is not waited for.
      if (page >= begin - 1 && page <= end + 1) continue;
      abort.abort();
      pages.asked.delete(page);
    }
    for (let page = begin; page <= end; page++) void fetchPage(pages, page);
  }, []);

  const pages = shown.current;
  const loading = ready && (pages !== coming.current || !pages.filled);
  return useMemo(() => ({
    key: pages.filled ? pages.key : "",
    total: pages.total,
    row: (at) => pages.rows.get(Math.floor(at / PAGE))?.[at % PAGE],
    need,
    loading,
    problem,
    retry: () => {
      setProblem(undefined);
      void fetchPage(coming.current, 0);
      need(...stretch.current);
    },
  }), [version, pages, loading, problem]);
}
