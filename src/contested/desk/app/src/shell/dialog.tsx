import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface Asked {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  kind?: "box" | "drawer";
}

/** A modal dialog: the browser itself holds the focus, Escape closes it, focus goes back to where it was. */
export function Dialog({ title, onClose, children, kind = "box" }: Asked) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the browser draws, so that the key pressed next already belongs to the dialog.
  useLayoutEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={ref} class={`dialog ${kind}`} aria-labelledby={heading} onClose={onClose}
      onClick={(event) => event.target === ref.current && ref.current?.close()}>
      <div class="dialog-inner">
        <header class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="quiet" aria-label="Close" onClick={() => ref.current?.close()}>✕</button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
