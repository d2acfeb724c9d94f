// Redocly's strictest rules over the OpenAPI description named on the command line: one line for each complaint.
import { createConfig, lint } from "@redocly/openapi-core";

const config = await createConfig({ extends: ["recommended-strict"] });
for (const { ruleId, message, location } of await lint({ ref: process.argv[2], config })) {
  console.log(ruleId, message, location[0]?.pointer ?? "");
}
