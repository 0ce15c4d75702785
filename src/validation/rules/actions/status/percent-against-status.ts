import { formatPercent } from "../../../../plan/wording";
import { quoted } from "../../../findings/quoted";
import { isSaidOpen, statusWarning, type StatusCheck } from "./status-check";

/** A percentage that cannot be, or that the status contradicts. */
export const percentAgainstStatus: StatusCheck = (each) => {
  const { percent, status } = each.row;
  if (percent === null) return null;
  const words = quoted(status ?? each.told.status ?? "");
  if (percent < 0 || percent > 100) {
    return statusWarning(each, "percent", `is at ${formatPercent(percent)}`, "Write a percentage from 0 to 100.");
  }
  if (percent === 100 && isSaidOpen(each)) {
    return statusWarning(each, "status", `is at 100% but ${words}`, "Mark it complete, or correct the percentage.");
  }
  if (each.told.status === "complete" && percent < 100) {
    const says = `is ${words} but at ${formatPercent(percent)}`;
    return statusWarning(each, "percent", says, "Correct the percentage or the status.");
  }
  return null;
};
