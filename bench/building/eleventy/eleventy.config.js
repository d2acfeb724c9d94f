// Nothing but pages: no Markdown, no passthrough, and no word for each of the thousands of files.
export default function (config) {
  config.setQuietMode(true);
  return { dir: { input: "content", includes: "../_includes", output: "site" }, htmlTemplateEngine: false };
}
