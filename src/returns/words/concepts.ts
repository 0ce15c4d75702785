import type { MetricId } from "../../plan/schema";

/**
 * What a label must speak of to be about a metric, however it words it: every pattern of `speaks`,
 * and none of `not`. For metrics that returns name in sentences of their own ("What % of the fleet
 * is ULEV or ZEV?"); those that have settled names are left to `synonyms.ts`. A label found so is a
 * guess and is shown as one. Patterns stand against folded text.
 */
export interface Concept {
  readonly speaks: readonly RegExp[];
  readonly not?: RegExp;
}

const cleanVehicles = /\b(ulevs?|zevs?|ultra low|zero emission)\b/;

export const concepts: Readonly<Record<MetricId, Concept>> = {
  "FLEET-NEW": {
    speaks: [cleanVehicles, /\b(vehicles?|fleet)\b/, /\b(new|bought|purchased?|procured|acquired|bought or leased)\b/],
    not: /\b(salary|grey|mileage|miles)\b/,
  },
  "FLEET-ULEV": {
    speaks: [cleanVehicles, /\bfleet\b/],
    not: /\b(salary|new|bought|purchased?|procured|acquired|mileage|miles|cost)\b/,
  },
  "FLEET-LEV": {
    speaks: [/\b(levs?|low emission|low carbon)\b/, /\bfleet\b/],
    not: /\b(ultra|ulevs?|zevs?|zero|salary|new|mileage|miles|cost)\b/,
  },
  "SALSAC-CAR": { speaks: [/\bsalary sacrifice\b/, /\b(cars?|vehicles?|ulevs?|zevs?)\b/], not: /\b(cycles?|bikes?)\b/ },
  CYCLE: { speaks: [/\b(cycle|bike) to work\b/], not: /\b(number|staff|cost|count)\b/ },
  "BUSMILES-C": {
    speaks: [/\b(business|grey fleet)\b/, /\b(miles|mileage|travel)\b/, /\b(emissions?|carbon|co2e?)\b/],
  },
  "GREY-MILES": {
    speaks: [/\b(business|grey)\b/, /\b(miles|mileage)\b/],
    not: /\b(emissions?|carbon|co2e?|cost|claims?|paid|electric|rate)\b/,
  },
  "FLEET-MILES": {
    speaks: [/\bfleet\b/, /\b(miles|mileage)\b/],
    not: /\b(grey|emissions?|carbon|co2e?|cost|electric|ulevs?|zevs?)\b/,
  },
  DESFLURANE: { speaks: [/\bdesflurane\b/, /\b(share|percent(age)?|proportion)\b/] },
  "N2O-REVIEW": { speaks: [/\b(nitrous oxide|n2o)\b/, /\breview(ed)?\b/], not: /\b(share|percent(age)?|trusts)\b/ },
  "INHALER-C": {
    speaks: [/\binhalers?\b/, /\b(emissions?|carbon|co2e?|footprint)\b/],
    not: /\b(per|mean|average|salbutamol|intensity|share)\b/,
  },
  "MDI-SHARE": { speaks: [/\b(mdis?|metered dose)\b/, /\b(share|percent(age)?|proportion|non salbutamol)\b/] },
  "SALBUTAMOL-C": { speaks: [/\bsalbutamol\b/, /\b(carbon|co2e?|emissions?)\b/], not: /\b(non salbutamol|total)\b/ },
  "RENEWABLE-E": {
    speaks: [
      /\brenewables?\b/,
      /\b(electricity|electric|power)\b/,
      /\b(share|percent(age)?|proportion|bought|purchased|tariff|nuclear)\b/,
    ],
    not: /\b(generated|generation|on ?site|owned|solar|cost|output|consumed|exported?|third party)\b/,
  },
  "OIL-CASE": { speaks: [/\boil\b/, /\bbusiness cases?\b/] },
  "NZ-BUILD": { speaks: [/\bnet zero\b/, /\bbuild(s|ings?)?\b/], not: /\b(leads?|plans?)\b/ },
  "BREEAM-NEW": { speaks: [/\bbreeam\b/, /\b(new|very good)\b/], not: /\brefurb/ },
  "BREEAM-REFURB": { speaks: [/\bbreeam\b/, /\brefurb/] },
  "CL-TRAINED": {
    speaks: [/\bcarbon literacy\b/, /\b(trained|training|staff|people|accredited)\b/],
    not: /\b(cost|share|percent(age)?)\b/,
  },
  "NZ-LEAD": { speaks: [/\bnet zero\b/, /\bleads?\b/, /\b(board|organisations?|members?)\b/] },
  "GREENER-LEAD": { speaks: [/\bgreen(er)?\b/, /\bleads?\b/, /\b(pcns?|primary care|practices?|networks?)\b/] },
  "SV-WEIGHT": { speaks: [/\bsocial value\b/, /\b(weight(ing)?|procurements?|tenders?)\b/] },
  "CRP-5M": { speaks: [/\bcarbon reduction plans?\b/, /£5 ?m|\b5 ?m\b|\b5 million\b/] },
  "CRP-ALL": {
    speaks: [/\bcarbon reduction plans?\b/, /\b(contracts?|suppliers?)\b/],
    not: /£5 ?m|\b5 ?m\b|\b5 million\b/,
  },
  "PAPER-RECYCLED": { speaks: [/\bpaper\b/, /\brecycled\b/], not: /\b(waste|sent|shred(ded)?)\b/ },
  PAPER: {
    speaks: [/\bpaper\b/, /\b(reams?|office|a4|copier|printer|printing)\b/],
    not: /\b(recycled|recycling|waste|cost|towels?|share|percent(age)?)\b/,
  },
  "WALKING-AIDS": {
    speaks: [/\bwalking aids?\b/, /\b(refurb\w*|re ?use|scheme|operation)\b/],
    not: /\b(returns?|returned|rate|cost)\b/,
  },
  "WALKING-RETURN": { speaks: [/\bwalking aids?\b/, /\b(returns?|returned)\b/] },
  "VIRTUAL-OP": {
    speaks: [/\boutpatients?\b/, /\b(virtual(ly)?|remote(ly)?|video|non face to face)\b/],
    not: /\bnumber\b/,
  },
  CHAMPIONS: { speaks: [/\bprocurement\b/, /\bchampions?\b/] },
  "ADAPT-LEAD": { speaks: [/\badaptation\b/, /\bleads?\b/] },
  HUBS: { speaks: [/\b(regional|delivery)\b/, /\bhubs?\b/] },
  CONTACTS: { speaks: [/\bpatient\b/, /\bcontacts\b/], not: /\b(per|carbon|cost)\b/ },
};
