import { createRequire } from 'node:module';

/**
 * The package that pdf.js asks for, where it is installed. It is pdf.js's own optional dependency and not one of this
 * project, which needs nothing of it: so it is looked for from where pdf.js is, by its name alone, and never imported.
 */
const CANVAS = '@napi-rs/canvas';

/**
 * pdf.js without what it draws pages on. As soon as it is loaded it asks for a canvas, which takes 30 MB and half of
 * the time of loading it; nothing that reads text uses it. Without these stand-ins everything works the same, and later.
 */
function withoutCanvas(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const canvas = require.resolve(CANVAS);
  require.cache[canvas] ??= {
    id: canvas,
    loaded: true,
    exports: { DOMMatrix: class {}, Path2D: class {} },
  } as NodeJS.Module;
}

try {
  withoutCanvas();
} catch {
  // It is not installed: pdf.js goes without by itself.
}
export const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
// The part that reads; pdf.js would load it with the first document.
await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs' as string);
