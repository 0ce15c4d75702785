import { FluentProvider, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { plural } from "../plan/wording";
import { store, type PaneState, type View } from "./pane/store";
import { paneTheme } from "./theme";
import { ErrorBoundary } from "./views/parts/ErrorBoundary";
import { Notice } from "./views/parts/Notice";
import { ReportBar } from "./views/parts/ReportBar";
import { ReturnView } from "./views/return/ReturnView";
import { Status } from "./views/parts/Status";
import { WayBack } from "./views/parts/WayBack";

const CheckView = lazy(async () => ({ default: (await import("./views/findings/CheckView")).CheckView }));
const PlanView = lazy(async () => ({ default: (await import("./views/plan/PlanView")).PlanView }));

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    // Where type is large and the window small, the pane scrolls as a whole rather than close the view.
    overflowY: "auto",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    // Leaves Excel's own corner menu its room.
    paddingRight: "40px",
    // Excel itself heads the pane with this name: here it only marks the page for those who hear it.
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  main: {
    flexGrow: 1,
    minHeight: "5rem",
    overflowY: "scroll",
    padding: tokens.spacingHorizontalM,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

interface Props {
  /** False when the page is opened outside Excel, where there is no workbook to read. */
  readonly inExcel: boolean;
}

/** The task pane: three views over one state, with the board report always in reach. */
export function App({ inExcel }: Props) {
  const styles = useStyles();
  const state = useSyncExternalStore(store.subscribe, store.get);
  const theme = useTheme();
  return (
    <FluentProvider theme={theme.tokens}>
      <div className={styles.pane} style={{ colorScheme: theme.scheme }}>
        <header className={styles.header}>
          <h1 className={styles.title}>Green Plan Reporter</h1>
          {inExcel && <Tabs state={state} />}
        </header>
        {/* It scrolls, and a view may hold no control to Tab to: the keyboard must reach it all the same (WCAG 2.1.1). */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <main className={styles.main} tabIndex={0}>
          {inExcel ? <Body state={state} /> : <Notice message={outsideExcel} />}
        </main>
        {inExcel && <WayBack state={state} />}
        {inExcel && <Status state={state} />}
        {inExcel && <ReportBar state={state} />}
      </div>
    </FluentProvider>
  );
}

const outsideExcel = {
  intent: "info",
  title: "Open this in Excel",
  text: "Green Plan Reporter works beside a workbook. In Excel, choose the Green Plan tab and press Open pane.",
} as const;

const views: readonly View[] = ["return", "check", "plan"];

function Tabs({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const errors = state.outcome?.findings.filter((each) => each.severity === "error").length ?? 0;
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={state.view}
      onTabSelect={(_, { value }) => open(views.find((each) => each === value) ?? state.view)}
      aria-label="Views"
    >
      <Tab value="return" id="tab-return" aria-controls="view">
        Return
      </Tab>
      <Tab value="check" id="tab-check" aria-controls="view">
        {errors > 0 ? `Check (${plural(errors, "error")})` : "Check"}
      </Tab>
      <Tab value="plan" id="tab-plan" aria-controls="view">
        Plan
      </Tab>
    </TabList>
  );
}

/** What went well has been read by the time a person looks elsewhere; what went wrong stays until it is closed. */
function open(view: View): void {
  const { message } = store.get();
  const isTrouble = message?.intent === "error" || message?.intent === "warning";
  store.set({ view, message: isTrouble ? message : null });
}

function Body({ state }: { readonly state: PaneState }) {
  return (
    <div role="tabpanel" id="view" aria-labelledby={`tab-${state.view}`}>
      <ErrorBoundary key={state.view}>
        <Suspense fallback={<p>Opening…</p>}>
          {state.view === "return" && <ReturnView state={state} />}
          {state.view === "check" && <CheckView state={state} />}
          {state.view === "plan" && <PlanView state={state} />}
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

/** The theme follows the system's while the pane is open. */
function useTheme() {
  const [theme, setTheme] = useState(paneTheme);
  useEffect(() => {
    const media = window.matchMedia?.("(prefers-color-scheme: dark)");
    const follow = () => setTheme(paneTheme());
    media?.addEventListener("change", follow);
    return () => media?.removeEventListener("change", follow);
  }, []);
  return theme;
}
