/**
 * An organisation always keeps somebody who gives roles: an administrator without end, or at the very least another
 * one in force. `others`: until when the other roles of administrator are held (null: without end). `until`: what
 * becomes of this one; a date, or null for without end.
 */
export function keepsAdministrator(
  others: readonly (Date | null)[],
  changed: { from: Date | null; until: Date | null },
): boolean {
  if (changed.until === null) return true;
  if (others.some((end) => end === null)) return true;
  return changed.from !== null && others.length > 0;
}
