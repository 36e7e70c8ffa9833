import { useCallback, useEffect, useMemo } from "preact/hooks";
import { useSearch } from "wouter-preact";
import { parseSelection, serialise, withSelection, type Selection } from "./selection";

export type Change = (change: Partial<Selection>, how?: "push" | "replace") => void;

function go(query: string, how: "push" | "replace"): void {
  const address = location.pathname + (query ? `?${query}` : "");
  if (address === location.pathname + location.search) return;
  // The router listens to both calls.
  if (how === "replace") history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
}

/** The selection in the address, and how to change part of it; while dragging, "replace" keeps history short. */
export function useSelection(): [Selection, Change] {
  const search = useSearch();
  const selection = useMemo(() => parseSelection(search), [search]);
  const change = useCallback<Change>((part, how = "push") => {
    go(withSelection(location.search, { ...parseSelection(location.search), ...part }), how);
  }, []);
  return [selection, change];
}

/** Another key of the address, such as the order of a list; "" where it is not given. */
export function useKey(name: string): [string, (value: string, how?: "push" | "replace") => void] {
  const search = useSearch();
  const set = useCallback((value: string, how: "push" | "replace" = "replace") => {
    const query = new URLSearchParams(location.search);
    if (value) query.set(name, value);
    else query.delete(name);
    go(query.toString().replaceAll("%2C", ","), how);
  }, [name]);
  return [new URLSearchParams(search).get(name) ?? "", set];
}

/** The address of another page with the present selection. */
export function useAddress(): (path: string, more?: Record<string, string>) => string {
  const [selection] = useSelection();
  return (path, more = {}) => {
    const query = withSelection(new URLSearchParams(more).toString(), selection);
    return path + (query ? `?${query}` : "");
  };
}

/** Name the page in the browser's tab and history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Contested` : "Contested";
  }, [title]);
}

export { serialise };
