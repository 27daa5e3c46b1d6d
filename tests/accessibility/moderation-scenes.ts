import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { addressIn } from '../make/editions.ts';
import { makeHeldText, makeHeldWave } from '../make/held.ts';
import { makeIdea } from '../make/ideas.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import type { Town } from '../make/town.ts';
import type { Particulars } from './stage.ts';

/** Ideas that are reported, that their author wants hidden, and one that is hidden, with an appeal. */
export async function reportSome(
  site: BrowserSite,
  town: Town,
  resident: MadePerson,
): Promise<Particulars> {
  const neighbour = await makePerson(site);
  const make = (authorId: string, title: string) =>
    makeIdea(site, town.collecting, { authorId, title });
  const others = await make(neighbour.id, 'Des jardinières rue Basse');
  const own = await make(resident.id, 'Un auvent devant l’école');
  const hidden = await make(resident.id, 'Une fresque sur le transformateur');
  const moderator = await makePerson(site, { roles: ['moderator'] });
  const at = ({ id }: { id: string }) => ({ kind: 'idee', contribution: id });
  for (const idea of [others, hidden])
    await (await makePerson(site)).client.post(urls.reportContribution(at(idea)), {
      article: '4',
      mots: 'Ce n’est pas le sujet.',
    });
  const cases = await site.db.selectFrom('moderation_case').select(['id', 'target_id']).execute();
  const caseOf = ({ id }: { id: string }) => ({
    case: cases.find(({ target_id }) => target_id === id)!.id,
  });
  await moderator.client.post(urls.hideContribution(caseOf(hidden)), {
    article: '4',
    mots: 'Hors du sujet de l’édition.',
  });
  const text = await makeHeldText(site, others);
  const wave = await makeHeldWave(site, others, 'les jardiniers');
  const page = addressIn(town.collecting, `idees/${hidden.number}`);
  await resident.client.get(page);
  const appeal = /\/contributions-masquees\/[0-9a-f-]+\/recours/.exec(resident.client.html)![0];
  return {
    [urls.reportContribution.pattern]: {
      path: urls.reportContribution(at(others)),
      roles: ['resident', 'officer', 'administrator'],
    },
    [urls.askHiding.pattern]: { path: urls.askHiding(at(own)), roles: ['resident'] },
    [urls.moderationCase.pattern]: {
      path: urls.moderationCase(caseOf(others)),
      roles: ['officer', 'administrator'],
    },
    [urls.heldText.pattern]: {
      path: urls.heldText(text.at),
      roles: ['officer', 'administrator'],
    },
    [urls.heldWave.pattern]: {
      path: urls.heldWave(wave.at),
      roles: ['officer', 'administrator'],
    },
    [urls.appeal.pattern]: { path: appeal, roles: ['resident'] },
    'a hidden idea': { path: page, roles: ['anonymous', 'resident', 'officer'] },
  };
}
