import { publishDecisions } from '../../src/rooms/review/index.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeDecision } from '../make/decisions.ts';
import { makeEdition } from '../make/editions.ts';
import { makeIdea } from '../make/ideas.ts';
import type { Scene } from './scenes.ts';
import type { Particulars } from './stage.ts';

/** An edition in the middle of its decisions: one of each state, and a batch that left. */
export async function decideSome(site: BrowserSite): Promise<{
  scenes: Scene[];
  particulars: Particulars;
}> {
  const act = { organisationId: site.organisationId, by: null };
  const edition = await makeEdition(site, { slug: 'decisions' });
  const ideas = [];
  for (const title of ['Un abri', 'Un banc', 'Une mare', 'Un verger'])
    ideas.push(await makeIdea(site, edition, { title }));
  const [, refused, kept, waiting] = ideas;
  await makeDecision(site, act, refused!, { personalText: 'Merci de votre attention.' });
  await makeDecision(site, act, kept!, { outcome: 'to-vote' });
  const done = await publishDecisions(site.db, act, edition.id, [refused!.id, kept!.id]);
  if (!done.ok) throw new Error(done.refusal);
  await makeDecision(site, act, waiting!);
  await site.runJobs();
  const at = { edition: edition.slug };
  const office = (name: string, path: string, press?: string): Scene => ({
    name,
    path,
    roles: ['officer'],
    ...(press && { press }),
  });
  const prepare = urls.adminPrepareDecisions(at, { tous: 'oui' });
  const publish = urls.adminPublishDecisions(at, { tous: 'oui' });
  const batch = urls.adminDecisionBatch({ ...at, publication: done.batchId });
  const roles = ['officer'] as const;
  const scenes = [
    office('ideas to prepare', urls.adminDecisions(at)),
    office('decisions to publish', urls.adminDecisions(at, { etat: 'a-publier' })),
    office('decisions published', urls.adminDecisions(at, { etat: 'publiees' })),
    office('one published decision', urls.adminDecision({ ...at, idea: refused!.number })),
    office(
      'refused: a decision',
      urls.adminDecision({ ...at, idea: 1 }),
      'Enregistrer la proposition',
    ),
    office('refused: a publication', publish, 'Publier cette décision'),
    office('refused: a list', urls.adminFreezeList(at), 'Arrêter la liste'),
    { name: 'what became of ideas', path: urls.feedback(at), roles: ['anonymous'] as const },
    {
      name: 'an idea with its decision',
      path: urls.idea({ ...at, idea: `${refused!.number}-un-banc` }),
      roles: ['anonymous'] as const,
    },
  ];
  return {
    scenes,
    particulars: {
      [urls.adminPrepareDecisions.pattern]: { path: prepare, roles },
      [urls.adminPublishDecisions.pattern]: { path: publish, roles },
      [urls.adminDecisionBatch.pattern]: { path: batch, roles },
    },
  };
}
