import { wordTable } from "../../collections/word-table";
import { defaultPageLayout } from "../book/blank-book";
import type { PageLayoutState } from "../book/book";
import { child, children, descend, flag, number, type XmlNode } from "../package/xml";

/** Paper by the file's number (ECMA-376 part 1, 18.18.50) in Office.js words; the commonest only. */
export const PAPER_SIZES: Readonly<Record<string, string>> = wordTable({
  "1": "Letter",
  "3": "Tabloid",
  "5": "Legal",
  "7": "Executive",
  "8": "A3",
  "9": "A4",
  "11": "A5",
});

/** Page setup of a worksheet, Excel's own where the part says nothing. */
export function readPageLayout(around: XmlNode): PageLayoutState {
  const layout = defaultPageLayout();
  const setup = child(around, "pageSetup")?.attributes ?? {};
  const fit = flag(descend(around, "sheetPr", "pageSetUpPr")?.attributes["fitToPage"]);
  layout.orientation = setup["orientation"] === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = setup["paperSize"] === undefined ? null : (PAPER_SIZES[setup["paperSize"]] ?? null);
  if (fit) {
    // A side left out means one page, 0 as many as it takes (18.3.1.63).
    layout.fitToWidth = (number(setup["fitToWidth"]) ?? 1) || null;
    layout.fitToHeight = (number(setup["fitToHeight"]) ?? 1) || null;
  } else {
    layout.scale = number(setup["scale"]);
  }
  const options = child(around, "printOptions")?.attributes ?? {};
  layout.centerHorizontally = flag(options["horizontalCentered"]);
  layout.centerVertically = flag(options["verticalCentered"]);
  layout.printGridlines = flag(options["gridLines"]);
  const margins = child(around, "pageMargins")?.attributes ?? {};
  for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const) {
    const inches = number(margins[side]);
    if (inches !== null) layout.margins[side] = points(inches * 72);
  }
  const texts = child(around, "headerFooter");
  layout.header = readHeaderFooter(child(texts, "oddHeader")?.text ?? "");
  layout.footer = readHeaderFooter(child(texts, "oddFooter")?.text ?? "");
  layout.textScales = flag(texts?.attributes["scaleWithDoc"], true);
  const breaks = children(child(around, "rowBreaks"), "brk");
  layout.rowBreaks = breaks
    .filter(({ attributes }) => flag(attributes["man"]))
    .flatMap(({ attributes }) => number(attributes["id"]) ?? []);
  return layout;
}

/** Rounded so that 0.7 inch is 50.4 points and not 50.39999. */
function points(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** "&LLeft&CCentre&RRight" in its three parts; text before any of them is the centre's (18.3.1.46). */
function readHeaderFooter(text: string): { left: string; center: string; right: string } {
  const parts = { left: "", center: "", right: "" };
  const places = { L: "left", C: "center", R: "right" } as const;
  let place: keyof typeof parts = "center";
  for (const [piece] of text.matchAll(/&&|&[LCR]|[^&]+|&/g)) {
    const named = /^&([LCR])$/.exec(piece)?.[1] as keyof typeof places | undefined;
    if (named) place = places[named];
    else parts[place] += piece;
  }
  return parts;
}
