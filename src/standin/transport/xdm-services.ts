import { wordTable } from "../../collections/word-table";
import { ActionType, PathType, type RequestBody, type ResponseBody } from "../wire/protocol";

/** What the services beside the workbook can do to the page that holds the pane. */
export interface PaneHolder {
  /** Shows or hides the pane; its runtime goes on. */
  setPaneVisible(visible: boolean): void;
  paneVisible(): boolean;
}

type Service = (method: string, args: readonly unknown[], holder: PaneHolder) => unknown;

/** The runtime's services, by Microsoft's names. What is not here answers NotImplemented. */
const services: Readonly<Record<string, Service>> = wordTable({
  "Microsoft.InternalService.AddinInternalService": (method) => {
    if (method !== "NotifyActionHandlerReady") throw new Missing(method);
    return null;
  },
  "Microsoft.AppRuntime.AppRuntimeService": (method, [state], holder) => {
    if (method === "GetAppRuntimeState") return holder.paneVisible() ? "Visible" : "Background";
    if (method !== "SetAppRuntimeState") throw new Missing(method);
    holder.setPaneVisible(state === "Visible");
    return null;
  },
  "Microsoft.AppRuntime.AppRuntimePersistenceService": (method) => {
    if (method === "GetAppRuntimeStartState") return "Inactive";
    throw new Missing(method);
  },
});

class Missing extends Error {}

/** Answers a request to the services beside the workbook: the pane's visibility, and that its commands are ready. */
export function answerServices(body: RequestBody, holder: PaneHolder): ResponseBody {
  const response: ResponseBody = { Results: [], TraceIds: [] };
  for (const [index, action] of (body.Actions ?? []).entries()) {
    const path = body.ObjectPaths?.[String(action.ObjectPathId)];
    try {
      if (action.ActionType === ActionType.Trace) response.TraceIds.push(action.Id);
      const value =
        action.ActionType === ActionType.Method ? call(path, action, holder) : valueOf(path, action.ActionType);
      response.Results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      const Message = `The preview has no ${path?.Name ?? ""}.${error.message}.`;
      response.Error = {
        Code: "NotImplemented",
        Message,
        Location: action.Name,
        ActionIndex: index,
        HttpStatusCode: 501,
      };
      return response;
    }
  }
  return response;
}

type Path = NonNullable<RequestBody["ObjectPaths"]>[string] | undefined;

function valueOf(path: Path, action: number): unknown {
  if (action !== ActionType.Instantiate) return null;
  if (path?.ObjectPathType !== PathType.NewObject || !services[path.Name]) throw new Missing("itself");
  return {};
}

function call(path: Path, action: NonNullable<RequestBody["Actions"]>[number], holder: PaneHolder): unknown {
  const service = services[path?.Name ?? ""];
  if (!service) throw new Missing(action.Name);
  return service(action.Name, action.ArgumentInfo?.Arguments ?? [], holder);
}
