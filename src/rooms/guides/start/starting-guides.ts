/** The pages that a new organisation gets by one act, each in a file of this folder by language (R37). */
export interface StartingGuide {
  /** `officer`: fr/officer.md, en/officer.md */
  name: string;
  /** Roles; none: whoever holds one. */
  audience: readonly string[];
}

export const STARTING_GUIDES: readonly StartingGuide[] = [
  { name: 'officer', audience: ['officer', 'mayor', 'administrator'] },
  { name: 'agent', audience: ['agent', 'officer'] },
  { name: 'decider', audience: ['decider', 'elected-official', 'mayor', 'management', 'cabinet'] },
  { name: 'ambassador', audience: ['ambassador', 'district-body', 'relay', 'events'] },
  { name: 'reception', audience: [] },
  { name: 'polling-point', audience: ['officer', 'mayor', 'administrator', 'events'] },
];

/** A file of words: its title, the line under it, and the rest. */
export interface WordFile {
  title: string;
  /** The line that begins with `> ` right under the title. */
  summary: string;
  body: string;
}

/** `# Title`, then `> One line`, then the text. */
export function readWordFile(text: string): WordFile | null {
  const match = /^# (.+)\n+> (.+)\n+([\s\S]+)$/.exec(text.replaceAll('\r\n', '\n').trim());
  const [, title, summary, body] = match ?? [];
  return title && summary && body ? { title, summary, body: body.trim() } : null;
}
