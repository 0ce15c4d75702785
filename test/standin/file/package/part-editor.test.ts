import { PartEditor, withAttributes } from "../../../../src/standin/file/package/part-editor";

const ORDER = ["a", "b", "c"];

describe("changing children of a root", () => {
  test("what is not touched stays letter for letter", () => {
    const text =
      "<?xml version='1.0'?>\n<!-- <a/> -->\n<root  x = '1>2' >\n <a y=\"b>\"/>\n<![CDATA[<b/>]]><c><a/></c >\n</root>\n";
    expect(new PartEditor(text, ORDER).toString()).toBe(text);
  });

  test("a new child stands where the schema wants it", () => {
    const editor = new PartEditor("<root><a/><c/><d/></root>", ORDER);
    editor.set("b", "<b/>");
    expect(editor.toString()).toBe("<root><a/><b/><c/><d/></root>");
  });

  test("several of a name become one, in the place of the first; none takes them away", () => {
    const editor = new PartEditor("<root><a>1</a><a>2</a><c/></root>", ORDER);
    editor.set("a", "<a>3</a>");
    editor.set("c");
    expect(editor.toString()).toBe("<root><a>3</a></root>");
  });

  test("a root closed at once is opened", () => {
    const editor = new PartEditor("<root/>", ORDER);
    editor.set("a", "<a/>");
    expect(editor.toString()).toBe("<root><a/></root>");
  });

  test("under a prefixed root a new child carries the namespace", () => {
    const editor = new PartEditor('<x:root xmlns:x="urn:m"><x:a/></x:root>', ORDER);
    editor.set("b", "<b><c/></b>");
    expect(editor.toString()).toBe('<x:root xmlns:x="urn:m"><x:a/><b xmlns="urn:m"><c/></b></x:root>');
  });
});

describe("attributes of a tag", () => {
  test("are set, added and taken away, and text in other values is left alone", () => {
    const tag = '<row r="1" note=\' s="9" \' s="2"/>';
    expect(withAttributes(tag, { s: 5 })).toBe('<row r="1" note=\' s="9" \' s="5"/>');
    expect(withAttributes(tag, { s: null, ht: 'a"b' })).toBe('<row r="1" note=\' s="9" \' ht="a&quot;b"/>');
  });

  test("of an element with an end tag of its own, what follows the opening tag stays", () => {
    expect(withAttributes('<calcPr calcId="1"></calcPr>', { fullCalcOnLoad: 1 })).toBe(
      '<calcPr calcId="1" fullCalcOnLoad="1"></calcPr>',
    );
    expect(withAttributes("<a/>", { b: "$1" })).toBe('<a b="$1"/>');
  });
});
