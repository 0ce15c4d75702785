import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** NHS Blue (#005EB8) at 80, darkened and lightened in even steps. */
const nhsBlue: BrandVariants = {
  10: "#00060F",
  20: "#001529",
  30: "#002141",
  40: "#002D5A",
  50: "#003974",
  60: "#00458B",
  70: "#0051A1",
  80: "#005EB8",
  90: "#2A71C4",
  100: "#4684CE",
  110: "#5F97D7",
  120: "#78AAE0",
  130: "#92BDE8",
  140: "#ADD0EF",
  150: "#C9E2F6",
  160: "#E6F3FC",
};

const light = createLightTheme(nhsBlue);
const dark = createDarkTheme(nhsBlue);
// On a dark ground the lighter blues are needed for 4.5:1 text.
dark.colorBrandForeground1 = nhsBlue[120];
dark.colorBrandForeground2 = nhsBlue[130];
dark.colorCompoundBrandForeground1 = nhsBlue[120];
dark.colorBrandForegroundLink = nhsBlue[120];
dark.colorBrandForegroundLinkHover = nhsBlue[130];
dark.colorBrandForegroundLinkPressed = nhsBlue[130];

export interface PaneTheme {
  readonly tokens: Theme;
  /** For what the browser itself draws: scroll bars, the date's calendar. */
  readonly scheme: "light" | "dark";
}

/** Excel's own theme where it tells one, else the system's. Windows contrast themes are honoured by Fluent's forced-colors rules. */
export function paneTheme(): PaneTheme {
  const isDark =
    Office.context?.officeTheme?.isDarkTheme ?? window.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
  return themes[isDark ? "dark" : "light"];
}

export const themes: Readonly<Record<PaneTheme["scheme"], PaneTheme>> = {
  light: { tokens: light, scheme: "light" },
  dark: { tokens: dark, scheme: "dark" },
};
