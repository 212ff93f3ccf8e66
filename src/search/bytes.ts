/** A growing row of bytes. */
export interface ByteWriter {
  byte: (value: number) => void;
  /** A whole number from 0, seven bits to a byte, the smallest first: under 128 it takes one byte. */
  number: (value: number) => void;
  /** A text: how many bytes it has in UTF-8, and those bytes. */
  text: (value: string) => void;
  bytes: (values: Uint8Array) => void;
  /** What was written. */
  done: () => Uint8Array;
  /** Hands what was written to another writer, and begins anew in the room it had: for many short rows in turn. */
  moveTo: (other: ByteWriter) => void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let scratch = new Uint8Array(256);
/** The most bytes that a UTF-16 unit takes in UTF-8. */
const MOST_BYTES = 3;

export function makeByteWriter(): ByteWriter {
  let held = new Uint8Array(256);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more <= held.length) return;
    const larger = new Uint8Array(Math.max(held.length * 2, length + more));
    larger.set(held);
    held = larger;
  };
  const byte = (value: number) => {
    reserve(1);
    held[length++] = value;
  };
  const number = (value: number) => {
    let rest = value;
    while (rest > 127) {
      byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    byte(rest);
  };
  const bytes = (values: Uint8Array) => {
    reserve(values.length);
    held.set(values, length);
    length += values.length;
  };
  return {
    byte,
    number,
    text(value) {
      // Into a row that is kept: to make one for each of very many words costs more than to write them.
      if (scratch.length < value.length * MOST_BYTES) scratch = new Uint8Array(value.length * MOST_BYTES);
      const { written } = encoder.encodeInto(value, scratch);
      number(written);
      bytes(scratch.subarray(0, written));
    },
    bytes,
    done: () => held.slice(0, length),
    moveTo(other) {
      other.bytes(held.subarray(0, length));
      length = 0;
    },
  };
}

/** Reads, one after the other, what a byte writer wrote. Past the end everything is 0 or empty. */
export interface ByteReader {
  byte: () => number;
  number: () => number;
  text: () => string;
  bytes: (count: number) => Uint8Array;
  /** Whether there is more. */
  left: () => boolean;
}

export function makeByteReader(held: Uint8Array): ByteReader {
  let at = 0;
  const number = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = held[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const bytes = (count: number) => {
    const found = held.subarray(at, at + count);
    at += count;
    return found;
  };
  return {
    byte: () => held[at++] ?? 0,
    number,
    text: () => decoder.decode(bytes(number())),
    bytes,
    left: () => at < held.length,
  };
}

/** Writes sorted texts, each by what it does not share with the one before. */
export function writeSortedText(into: ByteWriter, text: string, before: string): void {
  let shared = 0;
  while (shared < text.length && text[shared] === before[shared]) shared++;
  // A character of two units is never cut in half.
  if (shared > 0 && /[\uD800-\uDBFF]/.test(text[shared - 1] ?? '')) shared--;
  into.number(shared);
  into.text(text.slice(shared));
}

/** Reads what `writeSortedText` wrote. */
export function readSortedText(from: ByteReader, before: string): string {
  const shared = from.number();
  return before.slice(0, shared) + from.text();
}
