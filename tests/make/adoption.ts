import { readNow } from '../../src/platform/database/database.ts';
import type { Component } from '../../src/rooms/consultations/index.ts';
import { findAdoption, saveAdoption } from '../../src/rooms/polls/adoption/adoption.store.ts';
import type { Adoption, WrittenAdoption } from '../../src/rooms/polls/adoption/adoption.ts';
import { openAdoption } from '../../src/rooms/polls/adoption/adoption-opening.store.ts';
import { findPollOf } from '../../src/rooms/polls/index.ts';
import { findEditionById } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import type { MadePoll } from './polls.ts';
import { HEADINGS, importInto } from './registers.ts';
import { type MadeSpace, makeSpace } from './spaces.ts';

type Site = Pick<TestSite, 'db' | 'config' | 'organisationId'>;
const HOUR = 3_600_000;

export interface MadeAdoption extends MadeSpace {
  adoption: Adoption;
  at: { space: string; component: string };
}

/** A space with a component of kind vote whose text is written; open since an hour and for ten days unless said. */
export async function makeAdoption(
  site: Site,
  {
    written,
    ...options
  }: Parameters<typeof makeSpace>[1] & { written?: Partial<WrittenAdoption> } = {},
): Promise<MadeAdoption> {
  const made = await makeSpace(site, {
    kindOfComponent: 'vote',
    componentTitle: 'Adopter la synthèse',
    ...options,
  });
  const { organisationId = site.organisationId } = options;
  const adoption = await writeAdoption(site, made.component, { organisationId, ...written });
  return { ...made, adoption, at: { space: made.space.slug, component: made.component.slug } };
}

/** What is put to the vote in a component. */
export async function writeAdoption(
  site: Site,
  component: Component,
  {
    organisationId = site.organisationId,
    ...written
  }: Partial<WrittenAdoption> & { organisationId?: string } = {},
): Promise<Adoption> {
  const minute = Math.floor((await readNow(site.db)).getTime() / 60_000) * 60_000;
  const before = await findAdoption(site.db, organisationId, component.id);
  const saved = await saveAdoption(
    site.db,
    { organisationId, by: null },
    component,
    {
      body: '## La synthèse\n\nCe que **nous** proposons.',
      questions: ['Adoptez-vous la synthèse ?'],
      opensAt: new Date(minute - HOUR),
      closesAt: new Date(minute + 240 * HOUR),
      ...written,
    },
    before?.version ?? 0,
  );
  if (!saved.ok) throw new Error(saved.refusal);
  return (await findAdoption(site.db, organisationId, component.id))!;
}

/** Lines of a verified list: « Roy;Anaïs;01/02/1960 ». */
export async function listVoters(
  site: Site,
  { adoption }: Pick<MadeAdoption, 'adoption'>,
  lines: readonly string[],
): Promise<void> {
  const edition = (await findEditionById(site.db, site.organisationId, adoption.editionId))!;
  await importInto(site, edition, `${HEADINGS}\n${lines.join('\n')}\n`);
}

/** The vote with its list, opened. */
export async function openVote(
  site: Site,
  made: Pick<MadeAdoption, 'adoption' | 'space' | 'component'>,
  lines: readonly string[] = ['Roy;Anaïs;01/02/1960', 'Bon;Théo;03/04/1970'],
): Promise<MadePoll> {
  await listVoters(site, made, lines);
  const act = { organisationId: site.organisationId, by: null };
  const opened = await openAdoption(site.db, site.config, act, made);
  if (!opened.ok) throw new Error(opened.refusals.join(', '));
  const { editionId } = made.adoption;
  return {
    edition: (await findEditionById(site.db, site.organisationId, editionId))!,
    poll: (await findPollOf(site.db, site.organisationId, editionId))!,
  };
}
