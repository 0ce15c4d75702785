/** The ribbon as the add-in's manifest describes it; read when the page starts, so that nothing is said twice. */

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Path on our own server. */
  readonly icon: string;
  /** The function to run; null: the button opens the pane. */
  readonly functionName: string | null;
}
interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}
export interface Manifest {
  readonly name: string;
  readonly pane: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
}

const found = (parent: Document | Element, name: string): Element[] => [...parent.getElementsByTagNameNS("*", name)];
const child = (parent: Element, name: string): Element | undefined =>
  [...parent.children].find((each) => each.localName === name);
const pathOf = (url: string): string => new URL(url, location.origin).pathname;

/** Reads a manifest's text. @throws Error where it is no add-in's manifest */
export function readManifest(text: string): Manifest {
  const document = new DOMParser().parseFromString(text, "text/xml");
  const resources = new Map(
    ["Image", "Url", "String"]
      .flatMap((name) => found(document, name))
      .map((each) => [each.getAttribute("id") ?? "", each.getAttribute("DefaultValue") ?? ""]),
  );
  const resource = (element: Element | undefined): string => resources.get(element?.getAttribute("resid") ?? "") ?? "";
  const tab = found(document, "CustomTab")[0];
  const source = found(document, "SourceLocation").find((each) => each.hasAttribute("DefaultValue"));
  if (!tab || !source) throw new Error("The manifest has no tab or no pane.");
  const groups = found(tab, "Group").map((group) => ({
    label: resource(child(group, "Label")),
    buttons: found(group, "Control").map((control) => button(control, resource)),
  }));
  return {
    name: found(document, "DisplayName")[0]?.getAttribute("DefaultValue") ?? "Add-in",
    pane: pathOf(source.getAttribute("DefaultValue") ?? ""),
    tab: resource(child(tab, "Label")),
    groups,
  };
}

function button(control: Element, resource: (element: Element | undefined) => string): RibbonButton {
  const supertip = child(control, "Supertip");
  const images = found(control, "Image");
  const image = images.find((each) => each.getAttribute("size") === "32") ?? images[0];
  return {
    id: control.getAttribute("id") ?? "",
    label: resource(child(control, "Label")),
    tip: resource(supertip && child(supertip, "Description")),
    icon: pathOf(resource(image)),
    functionName: found(control, "FunctionName")[0]?.textContent ?? null,
  };
}
