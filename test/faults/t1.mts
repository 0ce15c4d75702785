import { scenesOn, sampleFile, open, wordsOn } from "./scenes.ts";
import { calmly, tried, halfway } from "./run.ts";
const scenes = await scenesOn(sampleFile); const s = scenes.find(x=>x.name.includes("long"))!;
const calm = await calmly(s) as any; console.log(calm.requests, calm.state.words.length, calm.state.explanations.length, calm.state.decisions.length);
let t=Date.now(); console.log(JSON.stringify(await tried(s, calm, {fault:{request:9, code:"GeneralException"}})).slice(0,600), Date.now()-t);
for (const r of [10,11,12]) console.log(JSON.stringify(await tried(s, calm, {fault:{request:r, code:"GeneralException"}})).slice(0,600));
