import { classMetadata, clientVersion, memberOf } from "../../../src/standin/wire/metadata";

describe("what Microsoft's client knows", () => {
  test("is read from the version that is installed", async () => {
    const { version } = await import("@microsoft/office-js/package.json");
    expect(clientVersion).toBe(version);
  });

  test("holds properties, navigations, methods and event numbers", () => {
    expect(classMetadata("WorksheetCollection")).toMatchObject({ item: "Worksheet", isCollection: true });
    expect(memberOf("Range", "VALUES")).toMatchObject({ kind: "scalar", name: "values", writable: true });
    expect(memberOf("Range", "address")).toMatchObject({ kind: "scalar", writable: false });
    expect(memberOf("Worksheet", "Tables")).toMatchObject({ kind: "navigation", class: "TableCollection" });
    expect(memberOf("Worksheet", "GetRange")).toMatchObject({ kind: "method", name: "getRange", class: "Range" });
    expect(classMetadata("Table").events).toMatchObject({ _RegisterDataChangedEvent: 101 });
    expect(classMetadata("NamedItem").identity).toEqual(["_Id"]);
  });

  test("a class it does not have is an error", () => {
    expect(() => classMetadata("Toaster")).toThrow("no class Toaster");
    expect(memberOf("Range", "constructor")).toBeUndefined();
  });
});
