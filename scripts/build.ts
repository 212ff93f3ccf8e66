import { buildSite } from './site-build.ts';

// Builds the site into dist/. What it is built from and where it is published, astro.config.mjs says.
if (!(await buildSite())) process.exitCode = 1;
