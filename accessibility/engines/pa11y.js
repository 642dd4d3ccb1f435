// Looks at one address with pa11y in a browser of its own. In: JSON argument; out: pa11y's issues as JSON.
import { createRequire } from "node:module";

const { root, url, executablePath, args, width } = JSON.parse(process.argv[1]);
const pa11y = createRequire(`${root}/`)("pa11y");
const results = await (pa11y.default ?? pa11y)(url, {
  standard: "WCAG2AA",
  runners: ["axe", "htmlcs"],
  levelCapWhenNeedsReview: "warning",
  includeWarnings: true,
  viewport: { width, height: 900 },
  timeout: 30000,
  chromeLaunchConfig: { executablePath, args },
});
process.stdout.write(JSON.stringify(results.issues));
