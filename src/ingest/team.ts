import { type Block, paragraphText } from './paragraphs.ts';

/** Takes out the list of the inspection team: its names are facts of the visit. */
export function withoutTeam(blocks: readonly Block[]): { blocks: Block[]; team: string[] } {
  const from = blocks.findIndex(
    (block) => block.kind === 'heading' && /^the inspection team/i.test(block.text),
  );
  const start = blocks[from];
  if (start?.kind !== 'heading') return { blocks: [...blocks], team: [] };
  const isRole = (block: Block) =>
    /^[^:]{3,40}:/.test(block.kind === 'heading' ? block.text : paragraphText(block));
  let to = from + 1;
  while (to < blocks.length) {
    const block = blocks[to];
    if (
      block?.kind === 'heading' &&
      block.rank >= start.rank &&
      !isRole(block) &&
      !/^the inspection team/i.test(block.text)
    )
      break;
    to++;
  }
  const team = blocks
    .slice(from + 1, to)
    .flatMap((block) =>
      block.kind === 'heading'
        ? block.lines.map(({ text }) => text)
        : block.parts.flatMap((part) => part.lines.map(({ text }) => text)),
    );
  return { blocks: [...blocks.slice(0, from), ...blocks.slice(to)], team };
}
