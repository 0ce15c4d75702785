import { decodeEscapes, readXml } from "../package/xml";

/** Every shared string as plain text: runs joined, phonetic guides left out. */
export function readSharedStrings(text: string): string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let phonetic = 0;
  readXml(text, {
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") inText = true;
    },
    text(part) {
      if (inText && phonetic === 0) current += part;
    },
    close(name) {
      if (name === "si") strings.push(decodeEscapes(current));
      else if (name === "rPh") phonetic--;
      else if (name === "t") inText = false;
    },
  });
  return strings;
}
