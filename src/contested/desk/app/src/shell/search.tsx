import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { KeyHint } from "./key-hint";
import { parseSelection, withSelection } from "./selection";
import { useShortcuts } from "./shortcuts";
import { useSelection } from "./use-selection";

const PAUSE = 250;

/** Full-text search over evidence, titles, places and actors of incidents; elsewhere than on the overview, Enter goes there. */
export function Search() {
  const [selection, change] = useSelection();
  const [at, go] = useLocation();
  const [text, setText] = useState(selection.q);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => {
    if (document.activeElement !== input.current) setText(selection.q);
  }, [selection.q]);
  useShortcuts([{ name: "search", key: "/", description: "Search", handler: () => input.current?.select() }]);
  const typed = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    if (at === "/") timer.current = window.setTimeout(() => change({ q: value.trim() }, "replace"), PAUSE);
  };
  const send = (event: Event) => {
    event.preventDefault();
    clearTimeout(timer.current);
    const q = text.trim();
    if (at === "/") return change({ q });
    const query = withSelection("", { ...parseSelection(location.search), q });
    go(query ? `/?${query}` : "/");
  };
  return (
    <form class="search" role="search" onSubmit={send}>
      <label><span class="visually-hidden">Search incidents</span>
        <input ref={input} type="search" value={text} maxLength={300} placeholder="Search incidents" enterkeyhint="search"
          onInput={(event) => typed(event.currentTarget.value)} />
      </label>
      <KeyHint name="search" />
    </form>
  );
}
