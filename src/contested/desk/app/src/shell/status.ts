import { signal } from "@preact/signals";
import { api, type Shapes } from "../api/client";
import { answered, isProblem, wanted, type Problem } from "../api/use";

export const status = signal<Shapes["Status"] | null>(null);
export const statusProblem = signal<Problem | null>(null);
/** Counts up when the incidents shown were derived anew; pages put it into their keys. */
export const derived = signal(0);

/** Ask anew what the desk serves; call it after every judgement, so that "behind by" is right. */
export async function refreshStatus(): Promise<void> {
  try {
    status.value = await answered(api.GET("/api/status"));
    statusProblem.value = null;
  } catch (error) {
    if (isProblem(error)) statusProblem.value = error;
  }
}

/** What the desk serves, as soon as that is known. */
export function served(): Promise<Shapes["Status"]> {
  return new Promise((resolve) => {
    const stop = status.subscribe((now) => {
      if (!now) return;
      resolve(now);
      queueMicrotask(() => stop());
    });
  });
}

/** Say who works here; throws a Problem where the token does not fit. */
export async function signIn(user: string, token: string): Promise<void> {
  status.value = await answered(api.POST("/api/session", { body: { user, token } }));
  statusProblem.value = null;
  wanted.value = null;
}

/** Ask for a name before something that is kept under one. */
export function askName(): void {
  wanted.value = "user";
}

export function watchStatus(): () => void {
  const look = () => document.visibilityState === "visible" && void refreshStatus();
  void refreshStatus();
  const timer = setInterval(look, 60_000);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** A side in words. */
export const sideName = (id: string): string => status.value?.sides[id] ?? id;
