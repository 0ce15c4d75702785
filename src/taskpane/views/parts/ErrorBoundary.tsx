import { Component, type ReactNode } from "react";
import { Notice } from "./Notice";

const message = {
  intent: "error",
  title: "This view cannot be shown",
  text: "Close the pane and open it again. Nothing in the workbook was changed by this.",
} as const;

/** A view that fails leaves the rest of the pane, and its message, standing. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Notice message={message} /> : this.props.children;
  }
}
