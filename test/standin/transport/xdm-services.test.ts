import { answerServices, type PaneHolder } from "../../../src/standin/transport/xdm-services";
import { ActionType, PathType, type RequestBody } from "../../../src/standin/wire/protocol";

/** A request as the client sends it: the service is made, then one method of it is called. */
function asked(service: string, method: string, ...Arguments: unknown[]): RequestBody {
  return {
    Actions: [
      { Id: 2, ActionType: ActionType.Instantiate, Name: "", ObjectPathId: 1 },
      { Id: 3, ActionType: ActionType.Method, Name: method, ObjectPathId: 1, ArgumentInfo: { Arguments } },
    ],
    ObjectPaths: { "1": { Id: 1, ObjectPathType: PathType.NewObject, Name: service } },
  };
}

function holder(visible = false): PaneHolder & { shown: boolean[] } {
  const shown: boolean[] = [];
  return { shown, paneVisible: () => visible, setPaneVisible: (now) => shown.push(now) };
}

const runtime = "Microsoft.AppRuntime.AppRuntimeService";

describe("the services beside the workbook", () => {
  it.each([
    ["Visible", true],
    ["Background", false],
  ])("an add-in that sets its runtime %s shows the pane: %s", (state, expected) => {
    const page = holder();
    const { Error: error } = answerServices(asked(runtime, "SetAppRuntimeState", state), page);
    expect(error).toBeUndefined();
    expect(page.shown).toEqual([expected]);
  });

  it("say whether the pane is to be seen", () => {
    const value = (visible: boolean) =>
      answerServices(asked(runtime, "GetAppRuntimeState"), holder(visible)).Results[1]?.Value;
    expect([value(true), value(false)]).toEqual(["Visible", "Background"]);
  });

  it("hear that the add-in's commands are ready", () => {
    const service = "Microsoft.InternalService.AddinInternalService";
    expect(answerServices(asked(service, "NotifyActionHandlerReady"), holder()).Error).toBeUndefined();
  });

  it.each([
    ["Microsoft.DynamicRibbon.DynamicRibbon", "ExecuteRequestUpdate"],
    [runtime, "SetAppRuntimeColour"],
  ])("answer NotImplemented by name for %s.%s", (service, method) => {
    const { Error: error } = answerServices(asked(service, method), holder());
    expect(error?.Code).toBe("NotImplemented");
    expect(error?.Message).toContain(service);
  });
});
