import type { Rag } from "../../assessment/assessment";
import type { StateColour } from "../sheet";

/**
 * The report's colours. Contrasts are those of WCAG 2.2: 4.5 to 1 for text, 3 to 1 for graphics.
 * Source: the NHS identity's colours and the Government Analysis Function's chart palette.
 */

export const text = "#212B32";
export const paper = "#FFFFFF";
export const headerFill = "#F0F4F5";
/** Cells of an empty return that wait for a person's entry: a pale tint of NHS warm yellow. */
export const entryFill = "#FFF9E0";
export const accent = "#005EB8";
export const titleColour = "#003087";
/** Rules between rows: an ornament, so no contrast is asked of it. */
export const rule = "#D8DDE0";

/** Each state: a fill and the text that can be read on it. NHS amber takes black: white on it is 2.5 to 1. */
export const stateColours: Readonly<Record<StateColour, { readonly fill: string; readonly text: string }>> = {
  green: { fill: "#006747", text: "#FFFFFF" },
  amber: { fill: "#ED8B00", text: "#000000" },
  red: { fill: "#DA291C", text: "#FFFFFF" },
  grey: { fill: "#425563", text: "#FFFFFF" },
  blue: { fill: "#005EB8", text: "#FFFFFF" },
};

/** Never colour alone: a word as NHS boards read it, and a shape that differs without colour. */
export const ragWords: Readonly<Record<Rag, string>> = {
  green: "On track",
  amber: "Needs attention",
  red: "Off track",
  grey: "Not rated",
};
export const ragShapes: Readonly<Record<Rag, string>> = { green: "●", amber: "▲", red: "◆", grey: "○" };

/** Chart series in order. Two series take the first and the fourth. */
export const series = ["#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"] as const;

/** What stands beside the one thing a chart picks out: greys, each at least 3 to 1 on paper. */
export const quietColours = ["#2B3A44", "#5A6B78", "#8795A0"] as const;

/** The colour of one of so many series, counted from 0; a chart has at most six. */
export function seriesColour(index: number, count: number): string {
  const place = count === 2 && index === 1 ? 3 : index;
  return series[place] ?? text;
}

/** WCAG's contrast ratio of two colours written "#RRGGBB": 1 to 21. */
export function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** WCAG's relative luminance. */
function luminance(colour: string): number {
  const light = (at: number) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5);
}
