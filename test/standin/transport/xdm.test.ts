/** @jest-environment jsdom */
import { XdmHost, type XdmWorkbook } from "../../../src/standin/transport/xdm";

const own = "http://localhost:3000";
const richApi = 93;
const saveSettings = 76;

/** A host whose workbook notes everything that is asked of it, and the frame of its pane. */
function conversation() {
  const asked: unknown[] = [];
  const workbook: XdmWorkbook = {
    documentUrl: "return.xlsx",
    process: (body) => Promise.resolve((asked.push(["process", body]), "{}")),
    settings: () => Promise.resolve((asked.push("settings"), [])),
    saveSettings: (settings) => Promise.resolve(void asked.push(["save", settings])),
    onExit: (exit) => asked.push(["exit", exit]),
    paneVisible: () => true,
    setPaneVisible: (visible) => asked.push(["visible", visible]),
  };
  const host = new XdmHost(workbook, own);
  const frame = anotherFrame();
  const answers: string[] = [];
  frame.postMessage = (message: unknown) => answers.push(String(message));
  return { host, frame, asked, answers };
}

function anotherFrame(): Window {
  const { contentWindow } = document.body.appendChild(document.createElement("iframe"));
  if (!contentWindow) throw new Error("A frame in the document has a window.");
  return contentWindow;
}

const request = (host: XdmHost, more: object = {}) => ({
  _messageType: 0,
  _actionName: "executeMethod",
  _actionType: 0,
  _conversationId: host.conversation,
  _correlationId: 7,
  _origin: own,
  _data: { DdaMethod: { DispatchId: richApi }, ArrayData: ["", "", "", "", "{}"] },
  ...more,
});

async function post(data: unknown, origin: string, source: MessageEventSource | null): Promise<void> {
  dispatchEvent(new MessageEvent("message", { data, origin, source }));
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("the host's side of the conversation between windows", () => {
  let talk: ReturnType<typeof conversation>;
  beforeEach(() => {
    talk = conversation();
    talk.host.attach(talk.frame);
  });
  afterEach(() => talk.host.dispose());

  const nothingHappened = () => expect([talk.asked, talk.answers]).toEqual([[], []]);

  it("answers the pane's own frame", async () => {
    await post(JSON.stringify(request(talk.host)), own, talk.frame);
    expect(talk.asked).toEqual([["process", "{}"]]);
    expect(JSON.parse(talk.answers[0] ?? "")).toMatchObject({ _correlationId: 7, _data: { Error: 0 } });
  });

  it.each<[string, () => MessageEventSource | null]>([
    ["another frame of the page", anotherFrame],
    ["the page itself", () => window],
    ["no window", () => null],
  ])("neither answers nor obeys %s, though it knows the conversation", async (_name, source) => {
    await post(JSON.stringify(request(talk.host)), own, source());
    nothingHappened();
  });

  it.each(["http://localhost:3001", "https://localhost:3000", "http://localhost:3000.example", "null", "", "*"])(
    "neither answers nor obeys the pane's frame once it shows a page of %s",
    async (origin) => {
      await post(JSON.stringify(request(talk.host)), origin, talk.frame);
      nothingHappened();
    },
  );

  it("obeys nobody before the pane's frame is known", async () => {
    const early = conversation();
    await post(JSON.stringify(request(early.host)), own, null);
    expect([early.asked, early.answers]).toEqual([[], []]);
    early.host.dispose();
  });

  it.each<[string, (whole: object) => unknown]>([
    ["an object that is no text", (whole) => whole],
    ["half a text", (whole) => JSON.stringify(whole).slice(0, -5)],
    ["a list", (whole) => JSON.stringify([whole])],
    ["nothing", () => null],
    ["an answer", (whole) => JSON.stringify({ ...whole, _messageType: 1 })],
    ["another conversation", (whole) => JSON.stringify({ ...whole, _conversationId: "guessed" })],
    ["an action without a name", (whole) => JSON.stringify({ ...whole, _actionName: null })],
    ["an action of an unknown kind", (whole) => JSON.stringify({ ...whole, _actionType: 9 })],
    ["no number to answer to", (whole) => JSON.stringify({ ...whole, _correlationId: undefined })],
  ])("neither answers nor obeys a malformed message: %s", async (_name, forged) => {
    await post(forged(request(talk.host)), own, talk.frame);
    nothingHappened();
  });

  it.each<[string, unknown]>([
    ["no body", undefined],
    ["an unknown method", { DdaMethod: { DispatchId: 4711 } }],
    ["a query that is no list", { DdaMethod: { DispatchId: richApi }, ArrayData: 1 }],
    ["settings that are no pairs", { DdaMethod: { DispatchId: saveSettings }, DdaSettingsMethod: { Properties: [1] } }],
    ["settings that are no list", { DdaMethod: { DispatchId: saveSettings }, DdaSettingsMethod: { Properties: "x" } }],
  ])("answers a call with %s by an error and changes nothing", async (_name, data) => {
    await post(JSON.stringify(request(talk.host, { _data: data })), own, talk.frame);
    expect(talk.asked).toEqual([]);
    const { _data: answer } = JSON.parse(talk.answers[0] ?? "") as { _data: { Error: number } };
    expect(answer.Error).toBeGreaterThan(0);
  });
});
