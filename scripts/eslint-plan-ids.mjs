import { readFileSync } from "node:fs";

/**
 * A lint rule: no metric id, organisation code, action id or target id of the shipped plan stands in code. What a plan
 * fixes is the pack's; code asks src/plan/metric-facts.ts, so that another plan works without a change to it.
 */

const pack = JSON.parse(readFileSync(new URL("../src/plan/packs/llr-2022-2025.json", import.meta.url), "utf8"));
const kinds = new Map([
  ...pack.metrics.map(({ id }) => [id, "a metric"]),
  ...pack.organisations.map(({ code }) => [code, "an organisation"]),
  ...pack.actions.map(({ id }) => [id, "an action"]),
  ...pack.targets.map(({ id }) => [id, "a target"]),
]);

/** A key of an object literal, `{ GIA: … }`, names what a string "GIA" would. */
const isKey = (node) => node.parent.type === "Property" && node.parent.key === node && !node.parent.computed;

export const noPlanIds = {
  meta: {
    type: "problem",
    schema: [],
    messages: { planId: "{{id}} is the id of {{kind}} of the shipped plan: take it from the pack." },
  },
  create(context) {
    const check = (node, text) => {
      const kind = kinds.get(text);
      if (kind !== undefined) context.report({ node, messageId: "planId", data: { id: text, kind } });
    };
    return {
      Literal: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked),
      Identifier: (node) => isKey(node) && check(node, node.name),
    };
  },
};
