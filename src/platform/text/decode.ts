/** Marks first, then UTF-8 where it is, Windows-1252 otherwise: nobody who exports a list knows these words. */
export function decodeText(bytes: Buffer): { encoding: string; text: string } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked) return { encoding: 'UTF-16', text: new TextDecoder(marked).decode(bytes) };
  try {
    return { encoding: 'UTF-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'Windows-1252', text: new TextDecoder('windows-1252').decode(bytes) };
  }
}
