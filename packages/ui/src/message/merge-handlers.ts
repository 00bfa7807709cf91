type Handlers = Readonly<Record<string, (event: never) => void>>;

/** Handlers of two gestures on one element: where both listen, the first hears of it first. */
export function mergeHandlers<A extends Handlers, B extends Handlers>(first: A, second: B): A & B {
  const merged: Record<string, (event: never) => void> = { ...first, ...second };
  for (const name of Object.keys(first)) {
    const [one, other] = [first[name], second[name]];
    if (!one || !other) continue;
    merged[name] = (event) => {
      one(event);
      other(event);
    };
  }
  return merged as A & B;
}
