import { posix } from 'node:path';
import ts from 'typescript';

/** A file of the project: its path from the project’s root, with slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** One import of a file. */
export interface Import {
  /** What is imported, as it is written: `../model/visit.ts`, `zod`. */
  from: string;
  /** The line of the file, from 1. */
  line: number;
  /** Whether only types are imported, which are gone when the program runs. */
  typesOnly: boolean;
}

/**
 * The rooms of `src/`, and which others each may import: imports point one way, from what is shown to what things are.
 * A room may always import itself. Styles may be imported by what is shown.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  markup: [],
  content: ['model'],
  insight: ['content', 'model'],
  charts: ['markup', 'insight', 'content', 'model'],
  search: ['insight', 'content', 'model'],
  export: ['markup', 'insight', 'content', 'model'],
  ingest: ['content', 'model'],
  files: ['components', 'charts', 'search', 'export', 'markup', 'insight', 'content', 'model'],
  client: ['search', 'export', 'insight', 'model'],
  components: ['charts', 'search', 'export', 'markup', 'insight', 'content', 'model', 'styles'],
  layouts: ['components', 'charts', 'search', 'export', 'markup', 'insight', 'content', 'model', 'styles'],
  pages: [
    'layouts',
    'components',
    'charts',
    'search',
    'export',
    'markup',
    'insight',
    'content',
    'model',
    'styles',
  ],
  scripts: ['ingest', 'search', 'export', 'insight', 'content', 'model', 'tests'],
};

/** The packages that may be sent to a browser; others are too large for it, or are of no use there. */
const BROWSER_PACKAGES = ['fuse.js'];

/**
 * Every import of a file: of TypeScript as a whole, of an Astro component its front matter and its scripts. Comments
 * and texts that only look like imports are none.
 */
export function importsOf({ path, text }: SourceFile): Import[] {
  const parts = path.endsWith('.astro') ? codeOfAstro(text) : [text];
  return parts.flatMap((code) => {
    const file = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
    const imports: Import[] = [];
    const add = (from: ts.Node | undefined, typesOnly: boolean) => {
      if (!from || !ts.isStringLiteralLike(from)) return;
      const { line } = file.getLineAndCharacterOfPosition(from.getStart(file));
      imports.push({ from: from.text, line: line + 1, typesOnly });
    };
    const walk = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node.importClause));
      else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
        add(node.argument.literal, true);
      } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        add(node.arguments[0], false);
      }
      ts.forEachChild(node, walk);
    };
    walk(file);
    return imports;
  });
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** The front matter and each script of an Astro component, with blank lines for all the rest. */
function codeOfAstro(text: string): string[] {
  const blanked = (start: number, end: number) =>
    text.slice(0, start).replace(/[^\n]/g, '') + text.slice(start, end);
  const frontMatter = /^\s*---\n([\s\S]*?)\n---/.exec(text);
  const from = frontMatter ? frontMatter[0].length : 0;
  const scripts = [...text.slice(from).matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => {
    const start = from + match.index + match[0].indexOf('>') + 1;
    return blanked(start, start + (match[1]?.length ?? 0));
  });
  return [...(frontMatter ? [blanked(frontMatter[0].indexOf('---') + 3, from - 3)] : []), ...scripts];
}

/** Every import that points the wrong way or sends a browser what it must not get, as a sentence each. */
export function wrongImports(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  return [
    ...files.flatMap(({ path }) =>
      (imports.get(path) ?? []).flatMap((one) => {
        const problem = wrongDirection(path, one);
        return problem ? [problem] : [];
      }),
    ),
    ...[...imports.keys()]
      .filter((path) => path.startsWith('src/client/') && !isTest(path))
      .flatMap((path) => wrongInBrowser(path, imports)),
  ];
}

function wrongDirection(path: string, { from, line, typesOnly }: Import): string | undefined {
  const target = targetOf(path, from);
  if (!target) return undefined;
  const [room, imported] = [roomOf(path), roomOf(target)];
  const allowed = MAY_IMPORT[room];
  if (!allowed || room === imported || allowed.includes(imported)) return undefined;
  if (isTest(path) && imported === 'tests') return undefined;
  // A component’s or page’s own script is where the client begins.
  if (imported === 'client' && path.endsWith('.astro') && !typesOnly) return undefined;
  const advice = MAY_IMPORT[imported]?.includes(room)
    ? `${imported} is built on ${room}: what ${room} needs of it belongs in ${room}.`
    : `What both need belongs in ${allowed.findLast((name) => name !== 'styles' && name !== 'tests') ?? room}.`;
  return `${path}:${line} imports ${from}. ${room} may import ${listed(allowed)}. ${advice}`;
}

/** What a file of the client would bring to the browser, through all that it imports to be run there. */
function wrongInBrowser(start: string, imports: ReadonlyMap<string, Import[]>): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string, way: string[]): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { from, line, typesOnly } of imports.get(path) ?? []) {
      const target = targetOf(path, from);
      if (typesOnly || BROWSER_PACKAGES.some((name) => from === name || from.startsWith(`${name}/`)))
        continue;
      if (target) visit(target, [...way, target]);
      else {
        problems.push(
          `${path}:${line} imports ${from}, which would be sent to the browser by way of ${way.join(' → ')}. Import types only (import type), or move what the browser needs into a file without it.`,
        );
      }
    }
  };
  visit(start, [start]);
  return problems;
}

/** The path of the file that an import names; `undefined` for a package. */
function targetOf(path: string, from: string): string | undefined {
  return from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), from)) : undefined;
}

/** The room of a file: the folder under `src/`, or the folder of the project. */
function roomOf(path: string): string {
  const [folder = '', room = ''] = path.split('/');
  return folder === 'src' ? room : folder;
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no other room';
  const [last, ...others] = names.toReversed();
  return others.length === 0 ? `${last} only` : `${others.toReversed().join(', ')} and ${last} only`;
}
