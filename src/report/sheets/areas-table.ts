import { plural, sentenceCase, someOf } from "../../plan/wording";
import { areaRollUps, type AreaRollUp } from "../../assessment/targets/areas";
import { gapNames, gapsOfNoArea } from "../words/area-words";
import type { ActionAssessment, Rag } from "../../assessment/assessment";
import type { SheetLayout, Placed } from "../layout/layout";
import { ragWords } from "../layout/palette";
import type { ReportSource } from "../source/source";
import { isLateAction } from "../words/sentences";
import { shapeFormula } from "../layout/live-status";

/**
 * The plan's areas at a glance: how many of each area's targets are red, amber and green, counted
 * live from the table of targets, beside its actions' colours, what is late in it and which gaps no action answers.
 */
export function areasTable(layout: SheetLayout, source: ReportSource, targets: Placed | null): void {
  const { pack, assessments, actions } = source.outcome;
  const areas = areaRollUps(pack, assessments, actions);
  if (areas.length === 0) return;
  layout.heading("The plan's areas at a glance");
  const elsewhere = gapsOfNoArea(pack, assessments, actions);
  if (elsewhere !== null) layout.paragraph(elsewhere);
  const count = (word: string, area: string) =>
    targets === null
      ? 0
      : { formula: `=COUNTIFS(${targets.column("Area")},${area},${targets.column("RAG")},"${word}")` };
  layout.table<AreaRollUp>({
    name: "GreenPlan_Areas",
    items: areas,
    columns: [
      { header: "Area", width: 16, cell: ({ name }) => name },
      { header: "What stands out", width: 32, cell: (area) => standsOut(source, area) },
      {
        header: "Actions late",
        width: 13,
        format: "whole",
        cell: ({ actions }) => actions.filter(isLateAction).length,
      },
      { header: "Actions", width: 10, format: "whole", cell: ({ actions }) => actions.length },
      { header: "Mark", width: 7, align: "center", cell: (_, at) => ({ formula: shapeFormula(at("RAG")) }) },
      { header: "RAG", width: 8, align: "center", cell: (_, at) => ({ formula: worst(at) }) },
      { header: "Targets red", width: 12, format: "whole", cell: (_, at) => count(ragWords.red, at("Area")) },
      { header: "Targets amber", width: 12, format: "whole", cell: (_, at) => count(ragWords.amber, at("Area")) },
      { header: "Targets green", width: 12, format: "whole", cell: (_, at) => count(ragWords.green, at("Area")) },
      { header: "Actions red", width: 10, format: "whole", cell: ({ actions }) => ofRag(actions, "red") },
      { header: "Actions amber", width: 20, format: "whole", cell: ({ actions }) => ofRag(actions, "amber") },
      { header: "Actions green", width: 20, format: "whole", cell: ({ actions }) => ofRag(actions, "green") },
      { header: "Judged by", width: 19, cell: (_, at) => ({ formula: judgedBy(at) }) },
    ],
    rag: { word: "RAG", shape: "Mark" },
  });
}

/** An area is as good as its worst target or action; grey where none of either can be judged. */
function worst(at: (header: string) => string): string {
  const { red, amber, green, grey } = ragWords;
  const any = (...headers: readonly string[]) => `${headers.map(at).join("+")}>0`;
  return `=IF(${any("Targets red", "Actions red")},"${red}",IF(${any("Targets amber", "Actions amber")},"${amber}",IF(${any("Targets green", "Actions green")},"${green}","${grey}")))`;
}

/** What an area's word rests on: a colour from its actions alone says nothing of its figures. */
function judgedBy(at: (header: string) => string): string {
  const targets = `${at("Targets red")}+${at("Targets amber")}+${at("Targets green")}>0`;
  const actions = `${at("Actions red")}+${at("Actions amber")}+${at("Actions green")}>0`;
  return `=IF(${targets},IF(${actions},"targets and actions","targets only"),IF(${actions},"actions only","[x] neither"))`;
}

function ofRag(actions: readonly ActionAssessment[], rag: Rag): number {
  return actions.filter((action) => action.rag === rag).length;
}

function standsOut(source: ReportSource, { actions, gaps, unanswered, outlived }: AreaRollUp): string {
  const { pack } = source.outcome;
  const behind = gaps.filter((gap) => !unanswered.includes(gap) && !outlived.includes(gap));
  const silent = actions.filter(({ status }) => status === "no return").length;
  const late = actions.filter(isLateAction).map(({ id }) => id);
  const parts = [
    ...(late.length > 0 ? [`${someOf(late)} late`] : []),
    ...(behind.length > 0 ? [`behind in ${gapNames(pack, behind)}`] : []),
    ...(unanswered.length > 0 ? [`no action answers the gap in ${gapNames(pack, unanswered)}`] : []),
    ...(outlived.length > 0 ? [`every action on it is over, yet the gap stands in ${gapNames(pack, outlived)}`] : []),
    ...(silent > 0 ? [`${plural(silent, "action")} with no return`] : []),
  ];
  return sentenceCase(parts.join("; ") || "nothing");
}
