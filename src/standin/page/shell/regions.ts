import type { PaneExit } from "../../transport/xdm";

/** The page's regions for the keyboard: the bar and ribbon, the grid, the pane. */
const bar = (): HTMLElement | null => document.querySelector(".open input");
const ribbon = (): HTMLElement | null => document.querySelector(".ribbon button");
const splitter = (): HTMLElement | null => document.querySelector(".splitter");
const grid = (): HTMLElement | null => document.querySelector(".univer-host [contenteditable]");

/** Where the keyboard goes when it leaves the pane; word of it may come late, when it is gone already. */
export function leavePane(exit: PaneExit): void {
  if (document.activeElement?.tagName !== "IFRAME") return;
  const goal = { forwards: bar, backwards: splitter, region: ribbon, escape: grid }[exit]();
  window.focus();
  goal?.focus();
}

/**
 * As in Excel, F6 goes round the regions. It is the way out of the grid, where Tab moves between cells.
 * @returns whether the key was F6
 */
export function nextRegion(event: KeyboardEvent, enterPane: () => void): boolean {
  if (event.key !== "F6") return false;
  event.preventDefault();
  event.stopPropagation();
  const inGrid = document.activeElement?.closest(".univer-host");
  const inRibbon = document.activeElement?.closest(".ribbon, .bar");
  if (inGrid) enterPane();
  else if (inRibbon && grid()) grid()?.focus();
  else ribbon()?.focus();
  return true;
}
