import { api, type Shapes } from "../api/client";
import { answered, type Problem } from "../api/use";
import { count } from "./format";

type State = Shapes["MomentState"];
const POLL = 700;

/** The state of deriving in words. */
export function progress(state: State): string {
  return [state.stage || "deriving incidents", state.count ? count(state.count) : ""].filter(Boolean).join(", ");
}

const FAILED = "failed: ";

/** What deriving failed with, as it is shown; null while it has not. */
export function failure(state: State): Problem | null {
  if (!state.stage.startsWith(FAILED)) return null;
  return { subject: "deriving incidents", problem: `failed (${state.stage.slice(FAILED.length)})`, remedy: "mend what it names, then try again", status: 503 };
}

/** How far a moment is. */
export function look(asOf: string, signal: AbortSignal): Promise<State> {
  return answered(api.GET("/api/moments/{as_of}", { params: { path: { as_of: asOf } }, signal }));
}

/** Look at a moment ("now" for the present) until it is ready; ``seen`` hears each state. Throws a Problem where deriving fails. */
export async function untilReady(asOf: string, seen: (state: State) => void, signal: AbortSignal): Promise<void> {
  for (;;) {
    const state = await look(asOf, signal);
    const failed = failure(state);
    if (failed) throw failed;
    seen(state);
    if (state.ready) return;
    await new Promise((next) => setTimeout(next, POLL));
    if (signal.aborted) throw new DOMException("given up", "AbortError");
  }
}
