import type { Markup } from './html.ts';
import { utf8 } from './utf8.ts';

/*
 * Markup that is made bytes before the page that it stands in is written: a sign stands for it in the page, and whoever writes
 * the page puts the bytes in the sign’s place. What stands in many pages is so made into bytes once.
 */

/** What a sign begins and ends with: characters for private use, which no file of the content may hold. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** What signs stand for, by their numbers; nothing any more for what was to be written once, and is. */
const held: ({ bytes: Uint8Array; once: boolean } | undefined)[] = [];

/** A sign for markup in a build. Where Astro writes pages itself, in development, the markup. */
function signFor(markup: Markup, once: boolean): Markup {
  if (import.meta.env?.DEV) return markup;
  const number = held.push({ bytes: utf8(markup.markup), once }) - 1;
  return { markup: `${OPEN}${number}${CLOSE}` };
}

/** The same markup, for thousands of pages: in a build a sign that stands for it, which `pageBytes` understands. */
export function lasting(markup: Markup): Markup {
  return signFor(markup, false);
}

/**
 * The same markup, long, for one place in one page: in a build a sign, good for that once. A page that is one long text must be
 * put in one piece before it becomes bytes, and V8 asks the system for new memory for each text of that length; parts of it fit
 * where short-lived things are.
 */
export function inOnePage(markup: Markup): Markup {
  return signFor(markup, true);
}

/** A text of fewer characters is written at once: what `utf8` saves on it is less than copying it. */
const LONG = 2000;

/** A page’s bytes in UTF-8 never outnumber its characters by more. */
const MOST_BYTES = 3;

/**
 * What gives the bytes of pages, in UTF-8, one after the other, from the parts of each, with everything that a sign stands
 * for in its place. The bytes of a page are good until the next is asked for: thousands of pages need the room of one.
 */
export function pageBytes(): (parts: readonly string[]) => Uint8Array {
  let room = Buffer.allocUnsafe(0);
  return (parts) => {
    const pieces = parts.flatMap(piecesOf);
    let most = 0;
    for (const piece of pieces) most += piece.length * (typeof piece === 'string' ? MOST_BYTES : 1);
    if (most > room.length) room = Buffer.allocUnsafe(most * 2);
    let at = 0;
    for (const piece of pieces) {
      if (typeof piece === 'string' && piece.length < LONG) at += room.write(piece, at);
      else {
        const bytes = typeof piece === 'string' ? utf8(piece) : piece;
        room.set(bytes, at);
        at += bytes.length;
      }
    }
    return room.subarray(0, at);
  };
}

/** A text in pieces, with what its signs stand for. @throws for a sign that stands for nothing */
function piecesOf(text: string): (string | Uint8Array)[] {
  const pieces: (string | Uint8Array)[] = [];
  let from = 0;
  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, from)) {
    const end = text.indexOf(CLOSE, at);
    const number = Number(text.slice(at + OPEN.length, end));
    const piece = held[number];
    if (!piece) throw new Error(`Nothing is held that the sign “${text.slice(at, end)}” stands for.`);
    if (piece.once) held[number] = undefined;
    pieces.push(text.slice(from, at), piece.bytes);
    from = end + CLOSE.length;
  }
  pieces.push(text.slice(from));
  return pieces;
}
