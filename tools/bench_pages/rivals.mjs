// Looks at many addresses with pa11y, two at once, in one browser. In: JSON on stdin; out: a JSON line a page.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const { root, addresses, executablePath, args } = JSON.parse(await text(process.stdin));
const require = createRequire(`${root}/`);
const pa11y = require("pa11y");
const puppeteer = createRequire(require.resolve("pa11y"))("puppeteer");
const browser = await (puppeteer.default ?? puppeteer).launch({ executablePath, args });
const waiting = Object.entries(addresses);

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, url] = next;
    const answer = { name };
    try {
      const results = await (pa11y.default ?? pa11y)(url, {
        browser,
        standard: "WCAG2AA",
        runners: ["axe", "htmlcs"],
        levelCapWhenNeedsReview: "warning",
        includeWarnings: true,
        viewport: { width: 1280, height: 900 },
        timeout: 30000,
      });
      answer.issues = results.issues;
    } catch (error) {
      answer.error = String(error);
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

await Promise.all([work(), work()]);
await browser.close();
