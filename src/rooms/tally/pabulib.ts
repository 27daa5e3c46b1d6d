import type { Election } from './election.ts';
import { Malformed, type RefusedPabulib } from './pabulib-fault.ts';
import { readMeta } from './pabulib-meta.ts';
import { type PabulibProject, readProjects } from './pabulib-projects.ts';
import { findRemarks, type PabulibRemark } from './pabulib-remarks.ts';
import { readSections } from './pabulib-sections.ts';
import { readVotes } from './pabulib-votes.ts';

export interface ReadPabulib {
  readonly ok: true;
  readonly election: Election;
  /** META as written: description, country, unit, currency, dates, comment… */
  readonly meta: ReadonlyMap<string, string>;
  /** In the order of `election.projects`. */
  readonly projects: readonly PabulibProject[];
  readonly remarks: readonly PabulibRemark[];
}

/**
 * Reads an election in the format of the Pabulib collection (pabulib.org/format), whole or not at
 * all. Takes the text of the file, already decoded from UTF-8. A refusal carries its line.
 */
export function parsePabulib(text: string): ReadPabulib | RefusedPabulib {
  try {
    return readPabulib(text);
  } catch (fault) {
    if (fault instanceof Malformed) return fault.refused;
    throw fault;
  }
}

function readPabulib(text: string): ReadPabulib {
  const sections = readSections(text);
  const { entries, kind, budget, limits, projectCount, voteCount } = readMeta(sections.META);
  const projects = readProjects(sections.PROJECTS, projectCount);
  const terms = {
    budget,
    projects: projects.map(({ id, cost }) => ({ id, cost })),
    kind,
    limits,
  };
  const election = readVotes(sections.VOTES, terms, voteCount);
  const remarks = findRemarks(election, projects, entries);
  refuseCutEnd(text, sections.VOTES.rows.at(-1)?.line ?? sections.VOTES.line, remarks);
  return { ok: true, election, meta: entries, projects, remarks };
}

/**
 * A last line without an end is allowed. But if the ballots also do not add up to what the projects
 * declare, the end of the last ballot is missing.
 */
function refuseCutEnd(text: string, line: number, remarks: readonly PabulibRemark[]): void {
  const differs = remarks.find(({ remark }) => remark.startsWith('declared-'));
  if (differs && !text.endsWith('\n')) throw new Malformed(line, 'file-cut-short');
}
