import { getOrMake } from "../../collections/collect";
import type { Outcome } from "../../outcome";
import { parseRange, splitPlace } from "../../snapshot/addresses";
import type { Area } from "../../snapshot/snapshot";
import type { Finding } from "../../validation/finding";
import { store } from "./store";
import { loadJob } from "./work";

/**
 * The way from a cell to its finding: where the cell a person has gone to has a finding, the pane
 * offers to show it. It is offered quietly: nothing moves, nothing is read aloud, no focus is taken.
 */

interface FindingPlace {
  readonly sheet: string;
  readonly area: Area;
  readonly finding: Finding;
}

/** Each outcome's findings by place, made when first asked for. */
const placesOf = new WeakMap<Outcome, readonly FindingPlace[]>();

let listening: Promise<() => Promise<void>> | null = null;

/** Begins to follow the selection, once. Without events the pane only lacks this way back. */
export async function startFollowing(): Promise<void> {
  listening ??= loadJob().then((job) =>
    job.onReturnSelected(({ sheet, address }) => store.set({ here: findingAt(sheet, address) })),
  );
  await listening.catch(() => (listening = null));
}

export async function stopFollowing(): Promise<void> {
  const end = await listening?.catch(() => null);
  listening = null;
  await end?.();
}

/** The finding ranked first of those with a cell in the selection. */
function findingAt(sheet: string, address: string): { cell: string; key: string } | null {
  const { outcome } = store.get();
  const chosen = parseRange(address);
  if (!outcome || !chosen) return null;
  const found = getOrMake(placesOf, outcome, () => outcome.findings.flatMap(placed)).find(
    (each) => each.sheet === sheet && meet(each.area, chosen),
  );
  return found ? { cell: `${sheet}!${address}`, key: found.finding.key } : null;
}

function placed(finding: Finding): FindingPlace[] {
  return finding.cells.flatMap((cell) => {
    const place = splitPlace(cell);
    const area = place && parseRange(place.address);
    return place && area ? [{ sheet: place.sheet, area, finding }] : [];
  });
}

function meet(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
