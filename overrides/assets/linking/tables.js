// The column of a table that holds numbers of 諮問 alone. As in macros/documents/linking/tables.py, where the rules are said.

import { endOf, fullmatch, match, search } from "./grammar.js";
import { number } from "../numerals.js";
import { piece } from "./pieces.js";

/** The column of numbers as of this line; null where no table is. */
export function numberColumn(text, column) {
  const words = cells(text).map(([start, end]) => text.slice(start, end).trim());
  const isTable = search("cell_end", text) !== null;
  const head = words.findIndex((cell) => fullmatch("number_head", cell));
  if (head >= 0 && (isTable || (head === 0 && words[0].includes("番号")))) return head;
  return isTable || (column === 0 && fullmatch("bare_cell", words[0])) ? column : null;
}

/** `read`, and the number in the cell of that column if nothing has been read there. */
export function withColumn(text, column, read) {
  const [start, end] = (column === null ? null : cells(text)[column]) ?? [0, 0];
  const cell = match("bare_cell", text.slice(0, end), start);
  const value = cell && !text.slice(endOf(cell), end).trim() ? number(cell[1]) : null;
  if (value === null || read.some((each) => each.start < end && start < each.end)) return read;
  const from = endOf(cell) - cell[0].trimStart().length;
  const here = piece(from, cell.index + cell[0].trimEnd().length, "consultation", { number: value });
  return [...read, here].sort((one, other) => one.start - other.start);
}

function cells(text) {
  const name = search("cell_end", text) ? "cell_end" : "gap";
  const found = [];
  let start = name === "gap" ? text.length - text.replace(/^ +/u, "").length : 0;
  for (let between = search(name, text, start); between; between = search(name, text, start)) {
    found.push([start, between.index]);
    start = endOf(between);
  }
  return [...found, [start, text.length]];
}
