// Short names of divisions: 子若部 for 子ども・若者部, 介保課 for 介護保険課. Each letter is one of the name, in its order.

import { fold } from "../index/folding.js";
import { pages } from "../index/index.js";

const SHORT_NAME = /^[一-龥々ぁ-ん]{2,5}[部課室係所局]$/u;
const DIVISION = /^divisions\/.+/u;

/** The names of divisions, or of the larger ones that they belong to, that a folded text may be short for. */
export async function abbreviated(text) {
  if (!SHORT_NAME.test(text)) return [];
  const letters = new RegExp(`^${[...text].join(".*")}$`, "u");
  return (await divisions()).filter((name) => name !== text && letters.test(name));
}

async function divisions() {
  const names = [...(await pages()).values()].filter(({ address }) => DIVISION.test(address)).map(({ name }) => fold(name));
  return [...new Set(names.flatMap((name) => [name, ...name.split(/(?<=[部局])/u)]))];
}
