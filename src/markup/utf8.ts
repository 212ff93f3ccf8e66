import { transcode } from 'node:buffer';

/** Room for a text in UTF-16, used again for each but very long ones: 1 MB. */
const room = Buffer.allocUnsafeSlow(1_000_000);

/**
 * The bytes of a text in UTF-8. V8 writes a text that has as much as one curly quotation mark a character at a time; from
 * its own UTF-16 it takes Node a fifth of that. Half of a surrogate pair becomes U+FFFD, as in any such writing.
 */
export function utf8(text: string): Uint8Array {
  const utf16 =
    text.length * 2 > room.length
      ? Buffer.from(text, 'utf16le')
      : room.subarray(0, room.write(text, 'utf16le'));
  try {
    return transcode(utf16, 'utf16le', 'utf8');
  } catch {
    // Node refuses half of a pair. To look for one first takes as long as all the rest, and there is hardly ever any.
    return Buffer.from(text);
  }
}
