// A link within a text, in each form that minutes are published in. As in macros/documents/linking/markdown.py.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escaped = (text) => text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter]);
const same = (text) => text;

const FORMS = {
  html: [escaped, (text, address) => `<a href="${escaped(address)}">${escaped(text)}</a>`],
  markdown: [same, (text, address) => `[${text}](${address})`],
  text: [same, (text, address) => `${text} <${address}>`],
};

/** The draft with its links, as one text. */
export function written(lines, found, site, form) {
  const made = lines.map((line, i) => linked(line, found[i], site, form));
  return form === "html" ? paragraphs(made) : made.join("\n");
}

/** One line with its links. */
export function linked(text, found, site, form) {
  const [plain, link] = FORMS[form];
  let made = "";
  let at = 0;
  for (const each of found) {
    if (!("address" in each)) continue;
    made += plain(text.slice(at, each.start)) + link(text.slice(each.start, each.end), site + each.address);
    at = each.end;
  }
  return made + plain(text.slice(at));
}

function paragraphs(lines) {
  const blocks = [[]];
  for (const line of lines) {
    if (line.trim()) blocks.at(-1).push(line);
    else if (blocks.at(-1).length) blocks.push([]);
  }
  return `${blocks.filter((block) => block.length).map((block) => `<p>${block.join("<br>\n")}</p>`).join("\n")}\n`;
}
