/** Rows of a form, numbered from 1: `envelope-1-amount`, `envelope-2-amount`… */

/**
 * Moves rows up over those that are blank, so that each value that was typed stands where the list that is
 * read from it has it.
 */
export function closeGaps(
  typed: Readonly<Record<string, string>>,
  prefix: string,
  most: number,
  parts: readonly string[],
  isBlank: (part: (name: string) => string) => boolean,
): Record<string, string> {
  const rows = Array.from({ length: most }, (_, at) =>
    Object.fromEntries(parts.map((part) => [part, typed[`${prefix}-${at + 1}-${part}`] ?? ''])),
  ).filter((row) => !isBlank((name) => row[name] ?? ''));
  const closed: Record<string, string> = { ...typed };
  for (let at = 0; at < most; at += 1)
    for (const part of parts) closed[`${prefix}-${at + 1}-${part}`] = rows[at]?.[part] ?? '';
  return closed;
}
