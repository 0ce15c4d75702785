import { pick, type Random } from "../bench/book";
import type { Change, Changes } from "./cells";
import { hostileAttributes, hostileTexts } from "./hostile";
import { below, escaped, named, pickPart, setText, textOf, type Parts } from "./package";

/** Changes of a workbook's XML, as a broken program or a hostile one might make them. */

const XML = /\.(?:xml|rels|vml)$/i;

interface Element {
  readonly start: number;
  readonly end: number;
}

/** The elements of an XML text in the order in which they begin, the root first; broken text gives fewer. */
function elementsOf(text: string): Element[] {
  const found: { start: number; end: number }[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/<(\/?)[A-Za-z_][^>]*?(\/?)>/g)) {
    const end = match.index + match[0].length;
    if (match[1] === "/") {
      const started = open.pop();
      if (started !== undefined) found[started]!.end = end;
    } else {
      found.push({ start: match.index, end });
      if (match[2] === "") open.push(found.length - 1);
    }
  }
  return found;
}

/** Small parts hold what the workbook is made of: they are chosen as often as large ones. */
function edited(made: (text: string, random: Random) => string | null): Change {
  return (parts, random) => {
    const part = pickPart(random, parts, XML);
    if (part === null) return null;
    const text = made(textOf(parts, part), random);
    if (text === null) return null;
    setText(parts, part, text);
    return part;
  };
}

/** Changes one element other than the root. */
function onElement(made: (element: string, text: string, random: Random) => string): Change {
  return edited((text, random) => {
    const elements = elementsOf(text).slice(1);
    if (elements.length === 0) return null;
    const { start, end } = pick(random, elements);
    return text.slice(0, start) + made(text.slice(start, end), text, random) + text.slice(end);
  });
}

function onAttribute(made: (name: string, value: string, random: Random) => string): Change {
  return edited((text, random) => {
    const attributes = [...text.matchAll(/\s([\w:]+)="([^"]*)"/g)];
    if (attributes.length === 0) return null;
    const found = pick(random, attributes);
    const put = made(found[1] ?? "", found[2] ?? "", random);
    return text.slice(0, found.index) + put + text.slice(found.index + found[0].length);
  });
}

const bomb = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, n) => {
  const [name, of] = [String.fromCharCode(98 + n), String.fromCharCode(97 + n)];
  return `<!ENTITY ${name} "${`&${of};`.repeat(10)}">`;
}).join("")}]>`;

const doctypes = [
  bomb,
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
  '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
  "<!DOCTYPE x [",
];

export const partChanges: Changes = {
  "an element left out": onElement(() => ""),
  "an element twice": onElement((element) => element + element),
  "an element many times": onElement((element, _, random) =>
    element.repeat(Math.max(2, Math.floor(pick(random, [200, 20_000]) / Math.max(1, element.length / 20)))),
  ),
  "an element moved": edited((text, random) => {
    const elements = elementsOf(text).slice(1);
    if (elements.length < 2) return null;
    const [one, other] = [pick(random, elements), pick(random, elements)];
    const [first, second] = one.start < other.start ? [one, other] : [other, one];
    if (second.start < first.end) return null;
    return (
      text.slice(0, first.start) +
      text.slice(second.start, second.end) +
      text.slice(first.end, second.start) +
      text.slice(first.start, first.end) +
      text.slice(second.end)
    );
  }),
  "an element from another part": (parts, random) => {
    const [from, to] = [pickPart(random, parts, XML), pickPart(random, parts, XML)];
    if (from === null || to === null) return null;
    const [given, text] = [textOf(parts, from), textOf(parts, to)];
    const [elements, places] = [elementsOf(given), elementsOf(text).slice(1)];
    if (elements.length === 0 || places.length === 0) return null;
    const { start, end } = pick(random, elements);
    const at = pick(random, places).start;
    setText(parts, to, text.slice(0, at) + given.slice(start, end) + text.slice(at));
    return `${from} to ${to}`;
  },
  "an attribute's value": onAttribute((name, _, random) => ` ${name}="${pick(random, hostileAttributes)}"`),
  "an attribute of another": edited((text, random) => {
    const attributes = [...text.matchAll(/\s([\w:]+)="([^"]*)"/g)];
    const found = pick(random, attributes);
    if (!found) return null;
    const alike = attributes.filter((each) => each[1] === found[1]);
    const put = ` ${found[1] ?? ""}="${pick(random, alike)[2] ?? ""}"`;
    return text.slice(0, found.index) + put + text.slice(found.index + found[0].length);
  }),
  "an attribute left out": onAttribute(() => ""),
  "an attribute twice": onAttribute((name, value) => ` ${name}="${value}" ${name}="${value}"`),
  "an attribute unquoted": onAttribute((name, value) => ` ${name}=${value}`),
  "a wrong id": (parts, random) => {
    const part = pickPart(random, parts, /\.rels$|workbook\.xml$/i);
    if (part === null) return null;
    const id = pick(random, ["rId1", "rId2", "rId3", "rId99", "", "__proto__"]);
    const text = textOf(parts, part);
    const ids = [...text.matchAll(/\s(?:r:id|Id)="[^"]*"/g)];
    if (ids.length === 0) return null;
    const found = pick(random, ids);
    const name = found[0].split("=")[0] ?? "";
    setText(parts, part, `${text.slice(0, found.index)}${name}="${id}"${text.slice(found.index + found[0].length)}`);
    return `${part}: ${id}`;
  },
  "a target elsewhere": (parts, random) => {
    const part = pickPart(random, parts, /\.rels$/i);
    if (part === null) return null;
    const target = pick(random, [
      ...named(parts, /./),
      "../../x",
      "/",
      "",
      "http://example.invalid/",
      "#",
      "worksheets",
    ]);
    const text = textOf(parts, part);
    setText(
      parts,
      part,
      text.replace(/ Target="[^"]*"/, () => ` Target="${escaped(target)}"`),
    );
    return `${part}: ${target}`;
  },
  "a document type": edited((text, random) => {
    const at = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
    return text.slice(0, at) + pick(random, doctypes) + text.slice(at);
  }),
  "an entity": edited((text, random) => {
    const entity = pick(random, [
      "&m;",
      "&e;",
      "&lt",
      "&#0;",
      "&#x110000;",
      "&#xD800;",
      "&#x1F331;",
      "&;",
      "&__proto__;",
    ]);
    const texts = [...text.matchAll(/>[^<]*</g)];
    if (texts.length === 0) return null;
    const { index } = pick(random, texts);
    return `${text.slice(0, index + 1)}${entity}${text.slice(index + 1)}`;
  }),
  "a text": edited((text, random) => {
    const texts = [...text.matchAll(/>[^<]+</g)];
    if (texts.length === 0) return null;
    const found = pick(random, texts);
    const put = `>${escaped(pick(random, hostileTexts))}<`;
    return text.slice(0, found.index) + put + text.slice(found.index + found[0].length);
  }),
  "deep nesting": edited((text, random) => {
    const places = elementsOf(text).slice(1);
    if (places.length === 0) return null;
    const { start } = pick(random, places);
    const depth = pick(random, [100, 5_000, 100_000]);
    return `${text.slice(0, start)}${"<x>".repeat(depth)}${"</x>".repeat(depth)}${text.slice(start)}`;
  }),
  "a tag unclosed": edited((text, random) => {
    const tags = [...text.matchAll(/<\/[^>]+>/g)];
    if (tags.length === 0) return null;
    const { index, 0: tag } = pick(random, tags);
    return text.slice(0, index) + text.slice(index + tag.length);
  }),
  "cut short": edited((text, random) => text.slice(0, below(random, text.length))),
  emptied: edited(() => ""),
  "letters changed": edited((text, random) => {
    let changed = text;
    for (let times = 0; times < 8 && changed.length > 0; times++) {
      const at = below(random, changed.length);
      changed = changed.slice(0, at) + String.fromCharCode(below(random, 256)) + changed.slice(at + 1);
    }
    return changed;
  }),
  "another encoding": (parts, random) => {
    const part = pickPart(random, parts, XML);
    if (part === null) return null;
    const text = textOf(parts, part);
    const kind = pick(random, ["utf-16", "bom", "latin", "declared"]);
    if (kind === "utf-16") parts.set(part, Buffer.from(`\uFEFF${text}`, "utf16le"));
    else if (kind === "bom") setText(parts, part, `\uFEFF\uFEFF${text}`);
    else if (kind === "latin") parts.set(part, Buffer.from(text.replace(/[a-z]/, "\u00E9"), "latin1"));
    else setText(parts, part, text.replace(/encoding="[^"]*"/, 'encoding="IBM037"'));
    return `${part}: ${kind}`;
  },
  "another namespace": edited((text) => {
    const changed = text.replaceAll(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    );
    return changed === text ? null : changed;
  }),
  "a prefix before every name": edited((text) => {
    return text.replace(/<(\/?)(?=[a-z])/gi, "<$1z:").replace(/ xmlns="/, ' xmlns:z="');
  }),
  "a part left out": (parts, random) => {
    const part = pickPart(random, parts, /./);
    return part !== null && parts.delete(part) ? part : null;
  },
  "a part in the place of another": (parts, random) => {
    const [from, to] = [pickPart(random, parts, /./), pickPart(random, parts, /./)];
    if (from === null || to === null) return null;
    parts.set(to, parts.get(from) ?? new Uint8Array());
    return `${from} as ${to}`;
  },
  "a part in another case": (parts, random) => {
    const part = pickPart(random, parts, /./);
    if (part === null) return null;
    const data = parts.get(part) ?? new Uint8Array();
    parts.delete(part);
    parts.set(part.toUpperCase(), data);
    return part;
  },
};

export type { Parts };
