import { intersect } from "../../../snapshot/areas";
import type { Area } from "../../../snapshot/snapshot";
import type { HyperlinkState, SheetState } from "../../../workbook-file/book/book";
import { invalidArgument } from "../../wire/errors";
import type { Session } from "../session/session";
import { afterWrite } from "./after-write";
import { cutHyperlinks } from "./clear";
import { restyle } from "./styling";
import { cellText } from "./text";

/** Excel's own colour of a link. */
const LINK_COLOUR = "#0563C1";

/** `Range.hyperlink`: the one link of the range, or null for none or several. */
export function hyperlinkOf(session: Session, sheet: SheetState, rect: Area): Record<string, unknown> | null {
  const links = sheet.hyperlinks.filter((link) => intersect(link.rect, rect));
  const [link] = links;
  if (!link || links.length > 1) return null;
  const cell = sheet.cells[rect.top]?.[rect.left];
  const text = cell ? cellText(session.book, cell.value, session.book.styles.get(cell.style).numberFormat) : "";
  return {
    ...(link.address !== null && { address: link.address }),
    ...(link.documentReference !== null && { documentReference: link.documentReference }),
    ...(link.screenTip !== null && { screenTip: link.screenTip }),
    textToDisplay: text,
  };
}

/** Sets the link of every cell of a range, its text where one is given, and the look of a link; null takes it away. */
export function setHyperlink(session: Session, sheet: SheetState, rect: Area, given: unknown): void {
  session.requireWritable(sheet);
  cutHyperlinks(sheet, rect);
  if (given === null || given === undefined) return;
  const { address, documentReference, screenTip, textToDisplay } = given as Record<string, unknown>;
  if (!address && !documentReference) throw invalidArgument("A hyperlink needs an address or a place in the workbook");
  const link: HyperlinkState = {
    rect: { ...rect },
    address: textOf(address),
    documentReference: textOf(documentReference),
    screenTip: textOf(screenTip),
  };
  sheet.hyperlinks.push(link);
  sheet.edits.hyperlinks = true;
  const shown = textOf(textToDisplay) ?? link.address ?? link.documentReference ?? "";
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      const empty = (sheet.cells[row]?.[column]?.value ?? null) === null;
      if (textToDisplay !== undefined || empty) session.setCell(sheet, row, column, { value: shown });
    }
  }
  afterWrite(session, sheet, rect);
  restyle(session, sheet, rect, (style) => ({ font: { ...style.font, underline: "Single", color: LINK_COLOUR } }));
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
