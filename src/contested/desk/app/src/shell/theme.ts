import { computed, effect, signal } from "@preact/signals";
import { keep, kept } from "./store";

export type Theme = "auto" | "light" | "dark";
export const THEMES: readonly Theme[] = ["auto", "light", "dark"];

const asked = window.matchMedia("(prefers-color-scheme: dark)");
const system = signal(asked.matches);
asked.addEventListener("change", () => (system.value = asked.matches));

export const theme = signal<Theme>(kept<Theme>("theme", "auto"));

/** Whether the page is dark just now, whatever decided it. */
export const dark = computed(() => (theme.value === "auto" ? system.value : theme.value === "dark"));

effect(() => {
  keep("theme", theme.value === "auto" ? null : theme.value);
  document.documentElement.dataset.theme = dark.value ? "dark" : "light";
});
