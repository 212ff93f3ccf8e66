/** A size for readers, a kilobyte being 1,000 bytes: "640 bytes", "84 kB", "1.2 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const kilobytes = Math.round(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A number for readers, with a comma between thousands: "1,234". */
export function numberInWords(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
