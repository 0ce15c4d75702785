import type { Outcome } from "../outcome";
import type { Observation, Total } from "../returns/observation";
import type { ActionAssessment, Assessment } from "../assessment/assessment";
import { changesIn } from "../report/changes/changes";
import type { Figure } from "../report/changes/compare";
import { outlookWords } from "../assessment/outlook/outlook-words";
import { approval, approvalState } from "../report/words/approval-words";
import { listed, matchExplanations } from "../validation/checking/explanations";
import type { Finding } from "../validation/finding";

/** What the run cost Excel: `excel` in the JSON. */
export interface ExcelCost {
  readonly requests: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly sheetsWritten: readonly string[];
}

/** The JSON of cli-contract.md: keys may be added, none renamed; a number is never a string. */
export function outcomeJson(outcome: Outcome, file: string, excel: ExcelCost) {
  const { pack, reading } = outcome;
  return {
    plan: { id: pack.id, name: pack.name, version: pack.version },
    asOf: outcome.asOf,
    readiness: outcome.readiness,
    approval: approvalJson(outcome),
    leftOut: reading.leftOut,
    observations: reading.observations.map((each) => observationJson(each, file)),
    totals: outcome.totals.map(totalJson),
    findings: listed(matchExplanations(outcome.findings, outcome.explanations, pack)).map(({ finding }) =>
      findingJson(finding, file),
    ),
    assessments: outcome.assessments.map(assessmentJson),
    actions: outcome.actions.map(actionJson),
    changes: changesJson(outcome),
    census: { read: reading.census.read, leftOut: reading.census.leftOut, asked: reading.census.asked },
    notUnderstood: reading.notUnderstood.map(({ place, ...each }) => ({ file, cell: place.cell, ...each })),
    tables: reading.tables.map(({ sheet, range, shape, title }) => ({ sheet, range, shape, title })),
    excel,
  };
}

/** What moved since the report that this one is set against; `since` is null where there is none. */
function changesJson(outcome: Outcome) {
  const { since, moved } = changesIn(outcome);
  const report = since.report && { asOf: since.report.asOf, label: since.report.label, number: since.report.number };
  const figure = (each: Figure | null) => each && { ...each, period: each.period.label };
  return {
    since: report,
    moved: (moved?.figures ?? []).map(({ kind, metric, organisation, before, now, rating }) => ({
      ...{ kind, metric, organisation, before: figure(before), now: figure(now), rating },
    })),
    actions: (moved?.actions ?? []).map(({ kind, action, before, now }) => ({
      ...{ kind, id: action, before: before.status, now: now.status },
    })),
  };
}

function approvalJson(outcome: Outcome) {
  const { approved } = approval(outcome);
  return { state: approvalState(outcome), by: approved?.who ?? null, on: approved?.when ?? null };
}

function observationJson(each: Observation, file: string) {
  return {
    metric: each.metric,
    organisation: each.organisation,
    site: each.site,
    period: each.period.label,
    kind: each.kind,
    value: each.value,
    unit: each.unit,
    raw: each.raw,
    file,
    cell: each.place.cell,
    parts: each.parts?.map((part) => ({ cell: part.place.cell, label: part.label, value: part.value })) ?? null,
    note: each.note,
    label: each.label,
    confidence: each.confidence,
  };
}

function totalJson(each: Total) {
  const { metric, organisation, value, unit, from, partial, missing, why } = each;
  return { metric, organisation, period: each.period.label, value, unit, from, partial, missing, why };
}

function findingJson(each: Finding, file: string) {
  const { code, rule, severity, cells, label, metric, organisation, period, message, why, key } = each;
  const mend = each.mend && { label: each.mend.label, changes: each.mend.changes };
  return { code, rule, severity, file, cells, label, metric, organisation, period, message, why, key, mend };
}

function assessmentJson(each: Assessment) {
  const { metric, organisation, latest, actual, unit, path, gap, gapPercent, rag, why, word, assurance } = each;
  return {
    metric,
    organisation,
    period: each.period.label,
    latest,
    actual,
    unit,
    baseline: each.baseline && { period: each.baseline.period.label, value: each.baseline.value },
    target: targetJson(each),
    path,
    gap,
    gapPercent,
    rag,
    why,
    word,
    basis: each.basis ?? null,
    assurance,
    neededPerYear: each.neededPerYear,
    neededPercentPerYear: each.neededPercentPerYear ?? null,
    attains: each.attains,
    partial: each.partial,
    missing: each.missing,
    dueUnreported: each.unreported?.period.label ?? null,
    reductions: each.reductions,
    budget: each.budget && { ...each.budget, from: each.budget.from.label, to: each.budget.to.label },
    projection: each.projection && { ...each.projection, at: each.projection.at.label },
    spc: spcJson(each),
    rolling: each.rolling ?? false,
    working: each.working,
    outlook: outlookWords(each),
  };
}

function targetJson({ target: id, goal: { value, upper, by, kind, due, own } }: Assessment) {
  return { id, value, upper, by, kind, due: due.label, own: own ?? null };
}

function spcJson({ spc }: Assessment) {
  return spc ? { ...spc, last: spc.last.label, since: spc.since?.label ?? null } : null;
}

function actionJson(each: ActionAssessment) {
  const { id, area, title, due, review, parts, status, rag, owner, cell, completion, reading, reported, normalised } =
    each;
  const { daysLate, metrics, twins, working, planDue, agreed, bodies, lead, contributors, dependsOn, ended } = each;
  const { resources, cost, saving, evidence, concerns = [] } = each;
  return {
    id,
    area,
    title,
    due,
    review,
    parts,
    status,
    rag,
    owner,
    cell,
    completion,
    reading,
    reported,
    normalised,
    daysLate,
    metrics,
    twins,
    working,
    planDue,
    agreed,
    bodies,
    lead,
    contributors,
    dependsOn,
    ended,
    evidence: evidence === undefined ? null : { given: evidence },
    resources,
    cost,
    saving,
    toLookAt: concerns,
  };
}
