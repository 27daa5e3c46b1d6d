/** Lines end in a newline; what follows the last one is a line too, if there is anything. */
export function* eachLine(bytes: Uint8Array): Iterable<Uint8Array> {
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    yield bytes.subarray(from, to);
    from = to + 1;
  }
}
