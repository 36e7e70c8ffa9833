import { signal } from "@preact/signals";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

/** What happened and what helps, as every error of the API tells it. */
export interface Problem {
  subject: string;
  problem: string;
  remedy: string;
  status: number;
}
interface Asked<T> {
  data?: T;
  error?: unknown;
  response: Response;
}
export interface Answer<T> {
  /** The latest answer; the one before stays while the next is on its way. */
  data: T | undefined;
  problem: Problem | undefined;
  loading: boolean;
  retry: () => void;
}

const ROW_OF_CHANGES = 250;

/** What the whole page must answer: "session" asks for the token, "user" for a name. */
export const wanted = signal<"session" | "user" | null>(null);

function told(error: unknown, status: number): Problem {
  const body = error as Partial<Problem> | undefined;
  if (body && typeof body === "object" && typeof body.problem === "string") {
    return { subject: body.subject ?? "", problem: body.problem, remedy: body.remedy ?? "", status };
  }
  return { subject: "the desk", problem: `answered with an error (${status})`, remedy: "see what the terminal says, then try again", status };
}

/** An answer's data; throws a Problem, and notes where the desk wants a name or a token first. */
export async function answered<T>(asking: Promise<Asked<T>>): Promise<T> {
  let got: Asked<T>;
  try {
    got = await asking;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw { subject: "the desk", problem: "does not answer", remedy: "see whether it still runs, then try again", status: 0 } satisfies Problem;
  }
  if (got.response.ok) return got.data as T;
  const problem = told(got.error, got.response.status);
  if (problem.status === 401 && (problem.subject === "session" || problem.subject === "user")) wanted.value = problem.subject;
  throw problem;
}

/** Whether what was thrown is a Problem to be shown. */
export function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "remedy" in error && "problem" in error;
}

/**
 * Ask the API and ask anew when ``key`` changes; an outdated request is given up. A null key asks nothing.
 * ``wait`` holds requests back by milliseconds while the key goes on changing; "eager" lets the first of a row of
 * changes go at once.
 */
export function useApi<T>(key: string | null, ask: (signal: AbortSignal) => Promise<Asked<T>>, wait = 0, eager = false): Answer<T> {
  const [state, set] = useState<{ data?: T; problem?: Problem | undefined; loading: boolean }>({ loading: key !== null });
  const [again, setAgain] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  const changed = useRef(-Infinity);
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    set((before) => (before.loading ? before : { ...before, loading: true }));
    const begin = () => answered(latest.current(abort.signal)).then(
      (data) => !abort.signal.aborted && set({ data, loading: false }),
      (error: unknown) => !abort.signal.aborted && isProblem(error) && set((before) => ({ ...before, problem: error, loading: false })),
    );
    const rested = performance.now() - changed.current > ROW_OF_CHANGES;
    const timer = setTimeout(begin, eager && rested ? 0 : wait);
    changed.current = performance.now();
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, again]);
  const retry = useCallback(() => setAgain((before) => before + 1), []);
  return { data: state.data, problem: state.problem, loading: state.loading, retry };
}
