import { useLayoutEffect, type RefObject } from "react";

/**
 * Keeps the keyboard's place when what holds the focus goes away (a finding that was mended, a
 * message that was closed): the focus goes to its neighbour in the list, else to the view.
 */
export function useFocusHandover(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = ref.current;
    return () => {
      if (!own?.contains(document.activeElement)) return;
      const neighbours = [own.nextElementSibling, own.previousElementSibling];
      // Whether a neighbour stays is known only once React has finished.
      queueMicrotask(() => heirOf(neighbours)?.focus());
    };
  }, [ref]);
}

function heirOf(neighbours: readonly (Element | null)[]): HTMLElement | null {
  for (const each of neighbours) {
    const control = each?.isConnected ? each.querySelector<HTMLElement>("button, a[href], summary") : null;
    if (control) return control;
  }
  return document.querySelector<HTMLElement>("main");
}
