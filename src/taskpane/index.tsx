import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { associateCommands } from "./ribbon";
import { App } from "./App";
import { checkReturn } from "./pane/tasks";

associateCommands();

void Office.onReady().then(({ host }) => {
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App inExcel={host === Office.HostType.Excel} />
    </StrictMode>,
  );
  if (host === Office.HostType.Excel) void checkReturn();
});
