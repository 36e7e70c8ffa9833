/** What this browser keeps between visits; where it may keep nothing, the desk works on without. */
export function kept<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`contested.${name}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

/** Keep a value as JSON; null forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`contested.${name}`);
    else localStorage.setItem(`contested.${name}`, JSON.stringify(value));
  } catch {
    // A browser that forbids storage loses the preference, not the work.
  }
}
