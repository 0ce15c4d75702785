import { useEffect, useRef, useSyncExternalStore, type ChangeEvent } from "react";
import { createRoot } from "react-dom/client";
import { Pane } from "./shell/Pane";
import { Preview } from "./shell/preview";
import { nextRegion } from "./shell/regions";
import { Ribbon } from "./shell/Ribbon";
import { Splitter } from "./shell/Splitter";

const preview = new Preview();

function Bar({ fileName }: { fileName: string }) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) void preview.openFile(file);
    event.target.value = "";
  };
  return (
    <header className="bar">
      <h1>Green Plan Reporter preview</h1>
      <span className="file">{fileName}</span>
      <label className="open">
        Open a workbook
        <input type="file" accept=".xlsx,.xlsm" onChange={choose} />
      </label>
      <button type="button" onClick={() => void preview.save()}>
        Save a copy
      </button>
    </header>
  );
}

function App() {
  const grid = useRef<HTMLDivElement>(null);
  const state = useSyncExternalStore(preview.subscribe, preview.snapshot);
  useEffect(() => {
    if (grid.current) void preview.start(grid.current);
    const press = (event: KeyboardEvent) => nextRegion(event, preview.enterPane);
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, []);
  const { manifest, host, running, message, refusal, trouble, notCalculated, paneVisible } = state;
  return (
    <>
      <Bar fileName={state.fileName} />
      {manifest && <Ribbon manifest={manifest} running={running} onPress={(button) => void preview.press(button)} />}
      <div className="work">
        <main className="grid" aria-label="Workbook">
          <p className="waiting" role={refusal === null ? undefined : "alert"}>
            {refusal ?? "Opening the workbook…"}
          </p>
          <div className="univer-host" ref={grid} />
        </main>
        {host && paneVisible && <Splitter />}
        {manifest && host && (
          <Pane
            key={host.conversation}
            host={host}
            address={manifest.pane}
            title={manifest.name}
            visible={paneVisible}
            onClose={() => preview.setPaneVisible(false)}
          />
        )}
      </div>
      <footer className="status">
        <span role="status" className={trouble ? "trouble" : ""}>
          {message}
        </span>
        {notCalculated > 0 && (
          <span>
            {notCalculated} {notCalculated === 1 ? "formula keeps its" : "formulas keep their"} old value until Excel
            opens the file
          </span>
        )}
      </footer>
    </>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
