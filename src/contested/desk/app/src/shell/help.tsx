import { useLayoutEffect, useState } from "preact/hooks";
import { Dialog } from "./dialog";
import { written } from "./key-hint";
import {
  allShortcuts, assign, declare, EVERYWHERE, keyOf, resetKeys, shortcutsOn, shortcutsVersion, switchShortcuts,
} from "./shortcuts";

type Line = ReturnType<typeof allShortcuts>[number];

function byGroup(): [string, Line[]][] {
  const groups = new Map<string, Line[]>();
  for (const line of allShortcuts()) {
    const group = line.shortcut.group ?? EVERYWHERE;
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  return [...groups].sort(([, a], [, b]) => Number(b.some((one) => one.works)) - Number(a.some((one) => one.works)));
}

/** Every shortcut by where it works, each with a key that can be changed. */
export function Help({ onClose }: { onClose: () => void }) {
  const [changing, setChanging] = useState("");
  const [said, say] = useState("");
  shortcutsVersion.value;
  useLayoutEffect(() => {
    // The review has the most keys; they are listed, and can be changed, before it is opened.
    void import("../review/acts").then(({ keys }) => declare(keys("open", () => undefined)), () => undefined);
  }, []);
  useLayoutEffect(() => {
    if (!changing) return;
    const take = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (!key) return;
      event.preventDefault();
      event.stopPropagation();
      if (key !== "Escape") {
        const taken = assign(changing, key);
        say(taken ? `${written(key)} is taken by: ${taken}` : `Now on ${written(key)}.`);
      }
      setChanging("");
    };
    window.addEventListener("keydown", take, true);
    return () => window.removeEventListener("keydown", take, true);
  }, [changing]);
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <p class="hint">Choose a key to change it, then press the new one. Escape leaves it as it is. A key may do another thing on another page.</p>
      <p role="status" class="hint">{said}</p>
      <label class="check"><input type="checkbox" checked={shortcutsOn.value}
        onChange={(event) => switchShortcuts(event.currentTarget.checked)} /> Single keys do something</label>
      {byGroup().map(([group, lines]) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl class="keys">
            {lines.map(({ shortcut, key }) => (
              <div key={shortcut.name}>
                <dt>{shortcut.description}</dt>
                <dd><button type="button" class="key" aria-label={`Change the key of: ${shortcut.description}, now ${written(key) || "none"}`}
                  onClick={() => setChanging(shortcut.name)}>
                  {changing === shortcut.name ? "press a key…" : <kbd>{written(key) || "none"}</kbd>}
                </button></dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="hint"><a href="/licenses.md">Licences of what this page is built with</a></p>
      <button type="button" onClick={() => { resetKeys(); say("Every key is as it was at first."); }}>Reset all keys</button>
    </Dialog>
  );
}
