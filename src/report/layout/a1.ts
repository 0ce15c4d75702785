import { columnLetters, quoteSheetName } from "../../snapshot/addresses";

/** "$G$12", rows and columns counted from 0. */
export function fixedAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

/** A sheet's name before an address in a formula: Trajectories!, 'Site Data'!. */
export function sheetPrefix(sheet: string): string {
  return `${quoteSheetName(sheet)}!`;
}

/** The sheet and the address in "Site Data!BF812" (as `CellPlace.cell` and findings name cells); null where there is no such place. */
export function splitPlace(place: string): { sheet: string; address: string } | null {
  const cut = place.lastIndexOf("!");
  if (cut <= 0) return null;
  const sheet = place.slice(0, cut);
  const quoted = /^'(.*)'$/s.exec(sheet)?.[1];
  return { sheet: quoted?.replaceAll("''", "'") ?? sheet, address: place.slice(cut + 1) };
}
