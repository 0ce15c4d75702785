/** The messages Excel on the web and office.js post each other between their frames: JSON text. */

const MessageType = { request: 0, response: 1 } as const;
export const RequestAction = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const ResponseType = { call: 0, event: 1 } as const;

export interface XdmRequest {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _actionType: number;
  readonly _data: unknown;
}

/** The request in a posted message; null for anything that is none. */
export function readRequest(data: unknown): XdmRequest | null {
  if (typeof data !== "string" || !data.startsWith("{")) return null;
  try {
    const message = JSON.parse(data) as Partial<XdmRequest>;
    return isRequest(message) ? message : null;
  } catch {
    return null;
  }
}

/** A request is whole: a part that is missing or of another kind makes it a message of someone else's. */
function isRequest(message: Partial<XdmRequest>): message is XdmRequest {
  const { _messageType, _actionName, _conversationId, _correlationId, _actionType } = message;
  const actions: readonly unknown[] = Object.values(RequestAction);
  return (
    _messageType === MessageType.request &&
    typeof _actionName === "string" &&
    typeof _conversationId === "string" &&
    typeof _correlationId === "number" &&
    actions.includes(_actionType)
  );
}

const common = { _messageType: MessageType.response, _errorCode: 0, _serializerVersion: 1 };

export function callResponse(request: XdmRequest, origin: string, data: unknown): string {
  return JSON.stringify({
    ...common,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _origin: origin,
    _responseType: ResponseType.call,
    _data: data,
  });
}

export function eventResponse(name: string, conversation: string, origin: string, data: unknown): string {
  return JSON.stringify({
    ...common,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: 0,
    _origin: origin,
    _responseType: ResponseType.event,
    _data: data,
  });
}
