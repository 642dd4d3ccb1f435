// Builds assets/dist from assets/styles and assets/scripts: compressed CSS, its right-to-left twin, bundled JavaScript, fonts.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import rtlcss from "rtlcss";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const modules = join(here, "..", "node_modules");

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, "fonts"), { recursive: true });

const { css } = sass.compile(join(here, "styles", "site.scss"), {
  loadPaths: [modules],
  style: "compressed",
  quietDeps: true,
});
await writeFile(join(dist, "site.css"), css);
await writeFile(join(dist, "site-rtl.css"), rtlcss.process(css));

await esbuild.build({
  // The list that narrows down as people type is large: only pages with a long list ask for it. So do those with a video.
  entryPoints: Object.fromEntries(["site", "choose", "settings", "video"].map((name) => [name, join(here, "scripts", `${name}.mjs`)])),
  outdir: dist,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2020",
  logLevel: "warning",
});

for (const weight of ["400", "700"]) {
  const name = `atkinson-hyperlegible-latin-${weight}-normal.woff2`;
  await cp(join(modules, "@fontsource", "atkinson-hyperlegible", "files", name), join(dist, "fonts", name));
}
