import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { keep, kept } from "./store";

/** One thing to do by a key. ``name`` is lasting: a changed key is kept under it. */
export interface Shortcut {
  name: string;
  key: string;
  description: string;
  /** Where it works, as the help's heading; shortcuts of different pages may share a key. */
  group?: string;
  handler: (event: KeyboardEvent) => void;
}

export const EVERYWHERE = "Everywhere";
const PAUSE = 1200;

const known = new Map<string, Shortcut>();
const active: Shortcut[] = [];
let keys: Record<string, string> = kept("keys", {});
let pending = "";
let pendingSince = 0;

/** Counts up when shortcuts or their keys change, so that hints are drawn anew. */
export const shortcutsVersion = signal(0);
/** Single keys can be switched off altogether, for speech input and screen readers. */
export const shortcutsOn = signal<boolean>(kept("keysOn", true));

/** Add shortcuts while a page is shown; the answer takes them away again. */
export function register(shortcuts: readonly Shortcut[]): () => void {
  for (const one of shortcuts) known.set(one.name, one);
  active.push(...shortcuts);
  shortcutsVersion.value++;
  return () => {
    for (const one of shortcuts) active.splice(active.indexOf(one), 1);
    shortcutsVersion.value++;
  };
}

/** Make shortcuts known to the help without putting them to work. */
export function declare(shortcuts: readonly Shortcut[]): void {
  for (const one of shortcuts) if (!known.has(one.name)) known.set(one.name, one);
  shortcutsVersion.value++;
}

/** Register while a component is shown; handlers may change at every drawing, names and keys may not. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const names = shortcuts.map((one) => one.name).join(" ");
  // With the drawing itself: a key pressed between one claim and the next must not be lost.
  useLayoutEffect(() => register(latest.current.map((one, at) => ({
    ...one, handler: (event) => latest.current[at]?.handler(event),
  }))), [names]);
}

/** Every shortcut met so far by group, and whether it works just now. */
export function allShortcuts(): { shortcut: Shortcut; key: string; works: boolean }[] {
  return [...known.values()].map((shortcut) => ({
    shortcut, key: keyFor(shortcut.name), works: active.some((one) => one.name === shortcut.name),
  }));
}

/** The key that a shortcut has now; "" for one never met or taken off its key. */
export function keyFor(name: string): string {
  return keys[name] ?? known.get(name)?.key ?? "";
}

/** Give a shortcut another key; the answer is the description of what has it already, and then nothing changes. */
export function assign(name: string, key: string): string | null {
  const group = known.get(name)?.group ?? EVERYWHERE;
  for (const other of known.values()) {
    const theirs = other.group ?? EVERYWHERE;
    const meet = theirs === group || theirs === EVERYWHERE || group === EVERYWHERE;
    if (other.name !== name && meet && key !== "" && keyFor(other.name) === key) return other.description;
  }
  keys = { ...keys, [name]: key };
  if (known.get(name)?.key === key) delete keys[name];
  keep("keys", Object.keys(keys).length ? keys : null);
  shortcutsVersion.value++;
  return null;
}

/** Every key as it was at first. */
export function resetKeys(): void {
  keys = {};
  keep("keys", null);
  shortcutsVersion.value++;
}

/** Switch all shortcuts without Ctrl, Alt or Meta on or off. */
export function switchShortcuts(on: boolean): void {
  shortcutsOn.value = on;
  keep("keysOn", on ? null : false);
}

/** A key press as it is written: "j", "?", "Ctrl+z", "Shift+ArrowDown"; "" for a modifier alone. */
export function keyOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Unidentified"].includes(event.key)) return "";
  const named = event.key === " " ? "Space" : event.key;
  // A printed sign says its Shift already, a letter and a named key do not.
  const letter = /^\p{L}$/u.test(named);
  const shift = event.shiftKey && (named.length > 1 || letter);
  const base = letter ? named.toLowerCase() : named;
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${base}`;
}

function typing(target: EventTarget | null): boolean {
  if (typeof HTMLElement === "undefined" || !(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range", "submit"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function find(key: string): Shortcut | undefined {
  return active.findLast((one) => keyFor(one.name) === key);
}

/** Do what a key press asks; two keys within a moment may be one shortcut ("g r"). */
export function dispatch(event: KeyboardEvent): void {
  const key = keyOf(event);
  const commanding = /^(Ctrl|Alt)\+/.test(key);
  if (!key || event.defaultPrevented || event.isComposing) return;
  if (!commanding && (!shortcutsOn.value || typing(event.target))) return;
  if (typeof document !== "undefined" && document.querySelector("dialog:modal")) return;
  const both = pending && Date.now() - pendingSince < PAUSE ? `${pending} ${key}` : key;
  const found = find(both) ?? find(key);
  pending = active.some((one) => keyFor(one.name).startsWith(`${key} `)) ? key : "";
  pendingSince = Date.now();
  if (!found) return;
  pending = "";
  event.preventDefault();
  found.handler(event);
}
