import { keyFor, shortcutsOn, shortcutsVersion } from "./shortcuts";

const SHOWN: Record<string, string> = {
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", Enter: "Enter",
};

/** A key as a person reads it. */
export function written(key: string): string {
  return key.replace(/Arrow\w+|Escape/g, (one) => SHOWN[one] ?? one);
}

/** The key of a shortcut, beside what it does; nothing where it has none. */
export function KeyHint({ name }: { name: string }) {
  shortcutsVersion.value;
  const key = keyFor(name);
  return key && shortcutsOn.value ? <kbd>{written(key)}</kbd> : null;
}
