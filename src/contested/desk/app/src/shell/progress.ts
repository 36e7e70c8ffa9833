import { api, type Shapes } from "../api/client";
import { answered } from "../api/use";
import { count } from "./format";

type State = Shapes["MomentState"];
const POLL = 700;

/** The state of deriving in words. */
export function progress(state: State): string {
  return [state.stage || "deriving incidents", state.count ? count(state.count) : ""].filter(Boolean).join(", ");
}

/** Look at a moment ("now" for the present) until it is ready; ``seen`` hears each state. */
export async function untilReady(asOf: string, seen: (state: State) => void, signal: AbortSignal): Promise<void> {
  for (;;) {
    const state = await answered(api.GET("/api/moments/{as_of}", { params: { path: { as_of: asOf } }, signal }));
    seen(state);
    if (state.ready) return;
    await new Promise((next) => setTimeout(next, POLL));
    if (signal.aborted) throw new DOMException("given up", "AbortError");
  }
}
