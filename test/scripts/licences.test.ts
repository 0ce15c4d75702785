import { exceptions, isAllowed, licenceFaults, type LockedPackage } from "../../scripts/licences";

const excepted = Object.fromEntries(
  Object.entries(exceptions).map(([name, { stated }]) => [
    `node_modules/${name}`,
    { license: stated ?? undefined, dev: true },
  ]),
);
const faults = (name: string, found: LockedPackage) =>
  licenceFaults({ "": {}, ...excepted, [`node_modules/${name}`]: { version: "1.0.0", ...found } });

describe("a package's licence", () => {
  it.each(["MIT", "ISC", "(MIT OR GPL-2.0)", "MIT AND (ISC OR BSD-3-Clause)"])(
    "%s is one to publish with",
    (license) => {
      expect(faults("a", { license })).toEqual([]);
    },
  );

  it.each(["GPL-3.0", "MIT AND GPL-2.0", "SEE LICENSE IN X", "(MIT", "UNLICENSED", "MIT OR", "toString"])(
    "%s is refused, by its name",
    (license) =>
      expect(faults("a", { license, dev: true })).toEqual([
        expect.stringContaining(`a 1.0.0 has the licence ${license}`),
      ]),
  );

  it("is stricter for what we publish than for tools", () => {
    expect(faults("a", { license: "MPL-2.0", dev: true })).toEqual([]);
    expect(faults("a", { license: "MPL-2.0" })).toHaveLength(1);
  });

  it.each([undefined, "", { type: "MIT" }])("that is missing or no text is refused: %p", (license) => {
    expect(faults("b", { license, dev: true })).toEqual([expect.stringContaining("b 1.0.0 states no licence")]);
  });

  it("is looked at in packages within packages", () => {
    expect(faults("a/node_modules/@b/c", { dev: true })).toEqual([expect.stringContaining("@b/c 1.0.0")]);
  });

  it("that an exception is for is refused once it changes, and the exception once it is not needed", () => {
    const [name = ""] = Object.keys(exceptions);
    expect(faults(name, { license: "Other", dev: true })).toHaveLength(1);
    expect(licenceFaults({})).toHaveLength(Object.keys(exceptions).length);
  });

  it("expression is read whole", () => {
    const allowed = { A: "", B: "" };
    expect(["A", "X OR B", "A AND B", "A AND (X OR B)"].filter((e) => !isAllowed(e, allowed))).toEqual([]);
    expect(["A AND X", "A B", "", "(A AND X) OR Y", "A)"].filter((e) => isAllowed(e, allowed))).toEqual([]);
  });
});
