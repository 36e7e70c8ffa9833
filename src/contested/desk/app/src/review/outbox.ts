import { signal } from "@preact/signals";
import { api, type Shapes } from "../api/client";
import { answered, isProblem, type Problem } from "../api/use";
import { refreshStatus } from "../shell/status";
import { keep, kept } from "../shell/store";

export type Decision = Shapes["JudgementIn"];
interface Refused {
  decision: Decision;
  problem: Problem;
}

const MOST = 50;
const PAUSE = 1500;

/** Decisions not yet kept by the server; they live through a reload and a lost network. */
export const waiting = signal<Decision[]>(kept("outbox", []));
/** Decisions that the server will not take as they are; shown until a person lets them go. */
export const refused = signal<Refused[]>(kept("refused", []));
/** Why nothing goes out just now. */
export const stuck = signal<Problem | null>(null);
export const canUndo = signal(false);
export const canRedo = signal(false);

let sending: Promise<void> | null = null;

function put(decisions: Decision[]): void {
  waiting.value = decisions;
  keep("outbox", decisions.length ? decisions : null);
}

/** A key that the server knows a decision by: sent twice, it is kept once. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Keep a decision: at once in this browser, then on the server. */
export function decide(decision: Omit<Decision, "key">): void {
  put([...waiting.value, { ...decision, key: newKey() }]);
  canUndo.value = true;
  void flush();
}

/** Send what waits, in order; answers when nothing waits any more or nothing goes out. */
export function flush(): Promise<void> {
  sending ??= send().finally(() => {
    sending = null;
  });
  return sending;
}

async function send(): Promise<void> {
  if (waiting.value.length === 0) return;
  while (waiting.value.length) {
    const batch = waiting.value.slice(0, MOST);
    try {
      took(await answered(api.POST("/api/judgements", { body: batch })));
      done(batch);
    } catch (error) {
      if (!isProblem(error)) return;
      if (!(await cleared(batch, error))) return;
    }
  }
  void refreshStatus();
}

/** What an answer says about going back and forth. */
export function took(answer: Shapes["Kept"]): void {
  stuck.value = null;
  canUndo.value = answer.can_undo;
  canRedo.value = answer.can_redo;
}

function done(batch: Decision[]): void {
  const keys = new Set(batch.map((one) => one.key));
  put(waiting.value.filter((one) => !keys.has(one.key)));
}

/** After an error: whether to go on. What the server refuses for good is set aside one by one, never thrown away. */
async function cleared(batch: Decision[], problem: Problem): Promise<boolean> {
  const forGood = problem.status >= 400 && problem.status < 500 && ![401, 403, 408, 421, 429].includes(problem.status);
  if (!forGood) {
    stuck.value = problem;
    setTimeout(() => void flush(), PAUSE);
    return false;
  }
  for (const decision of batch) {
    try {
      took(await answered(api.POST("/api/judgements", { body: [decision] })));
    } catch (error) {
      if (!isProblem(error)) return false;
      if (error.status < 400 || error.status >= 500) return false;
      setAside({ decision, problem: error });
    }
    done([decision]);
  }
  return true;
}

function setAside(one: Refused): void {
  refused.value = [...refused.value, one];
  keep("refused", refused.value);
}

/** Let go of a refused decision. */
export function letGo(key: string): void {
  refused.value = refused.value.filter((one) => one.decision.key !== key);
  keep("refused", refused.value.length ? refused.value : null);
}

/** Undo or redo this coder's last step; answers with the claims it bears on. */
export async function step(back: boolean): Promise<Shapes["Kept"]> {
  await flush();
  const answer = await answered(back ? api.POST("/api/undo") : api.POST("/api/redo"));
  took(answer);
  void refreshStatus();
  return answer;
}
