/** An error the client hands to the add-in as `OfficeExtension.Error`. The words are ours; the codes are Microsoft's. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = "HostError";
  }
}

export const notImplemented = (member: string): HostError =>
  new HostError("NotImplemented", `The stand-in for Excel does not have ${member}.`, 501);

export const invalidArgument = (message: string): HostError => new HostError("InvalidArgument", message);

export const itemNotFound = (what: string): HostError =>
  new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`, 404);

export const itemAlreadyExists = (what: string): HostError =>
  new HostError("ItemAlreadyExists", `A resource of that name exists already: ${what}.`, 409);

export const invalidReference = (what: string): HostError =>
  new HostError("InvalidReference", `This reference is not valid: ${what}.`);

export const invalidObjectPath = (what: string): HostError =>
  new HostError("InvalidObjectPath", `The object path is not valid: ${what}.`);

export const invalidOperation = (message: string): HostError => new HostError("InvalidOperation", message);

export const accessDenied = (message: string): HostError => new HostError("AccessDenied", message, 403);
