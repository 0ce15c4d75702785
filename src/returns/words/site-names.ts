import type { Label, LabelReader } from "./labels";

const siteWords =
  /\b(hospital|infirmary|health centre|medical centre|surgery|clinic|house|unit|centre|campus|headquarters|hq)$/;
const siteCode = /\b([A-Z][A-Z0-9]{2}[A-Z0-9]{2,3})\b/;

/** Whether a heading names a site: a site that the plan lists, a site code of one of its trusts, or a building's name. */
export function isSiteName(label: Label, { organisations }: LabelReader): boolean {
  if (label.site !== null) return true;
  if (label.metric !== null || label.period !== null || label.name === "") return false;
  const code = siteCode.exec(label.text)?.[1];
  const isKnown =
    organisations.ofSite(label.text) !== null || (code !== undefined && organisations.ofSite(code) !== null);
  return isKnown || siteWords.test(label.folded);
}

/** A code of an organisation in the NHS's directory ("RX1", "15M"), alone or beside its name; a plain word of three letters only under a heading of codes. */
export function odsCodeIn(text: string, headed: boolean): string | null {
  const tidied = text.trim();
  if (headed && /^[A-Z0-9]{3,6}$/i.test(tidied)) return tidied.toUpperCase();
  const beside = /^([A-Z0-9]{3})(?:$|\s*[-–—:]\s|\s(?=[A-Z]))|\(([A-Z0-9]{3})\)$/.exec(tidied);
  const code = beside?.[1] ?? beside?.[2] ?? null;
  return code !== null && /^(?:R[A-Z0-9]{2}|[TQY](?=.*\d)[A-Z0-9]{2}|\d{2}[A-Z])$/.test(code) ? code : null;
}

/** The site that a heading names: "Bradgate Unit", or "Site: Northgate", whatever follows; null for none. */
export function siteIn(label: Label, labels: LabelReader): string | null {
  const headed = /^(?:site|building|premises|location)\s*[:–-]\s*(\S.*)$/i.exec(label.text)?.[1];
  return headed ?? (isSiteName(label, labels) ? label.text : null);
}

/** A site code of the NHS's organisation directory: under another heading than "site code" only with a digit, as words look alike. */
export function isOdsSiteCode(text: string, headed: boolean): boolean {
  return /^[A-Z][A-Z0-9]{4}$/.test(text.trim()) && (headed || (/^[RT]/.test(text) && /\d/.test(text)));
}
