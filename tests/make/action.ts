import {
  type Action,
  beginAction,
  decideAction,
  type Line,
  saveText,
  submitAction,
  type WrittenAction,
} from '../../src/rooms/actions/index.ts';
import type { Fund } from '../../src/rooms/funds/index.ts';
import type { TestSite } from '../site-client.ts';
import type { MadeGroup } from './group.ts';
import { type MadePerson, makePerson } from './people.ts';

export const ACTION_TEXT: WrittenAction = {
  title: 'Collecte solidaire devant le supermarché',
  summary: 'Une matinée de collecte pour l’aide alimentaire du quartier.',
  kind: 'solidarity',
  description: 'On se relaie à la sortie des caisses, liste des besoins en main.',
  involvement: 'Les bénéficiaires disent ce qui manque, les habitant·es donnent et trient.',
  inclusion: 'Une heure suffit, aucun savoir n’est demandé ; une réunion de préparation.',
  reproduction: 'Demander l’accord du magasin deux semaines avant ; un marché convient aussi.',
  steps: 'Accord du magasin.\nAffiches.\nCollecte.\nRemise à l’association.',
  materials: 'Deux tables, des cagettes.',
};

/**
 * An action of a certified group in a fund that is open. A draft, unless `submitted` or `published`: then by a reviewer of
 * the movement. `maximum`: cents, as one line; `lines` says them otherwise.
 */
export async function makeAction(
  site: TestSite,
  movement: { id: string; name: string; host: string },
  fund: Pick<Fund, 'id'>,
  group: MadeGroup,
  {
    submitted = false,
    published = false,
    maximum = 28_000,
    lines = [{ label: 'Matériel de collecte', amount: maximum }],
    reviewer,
    ...written
  }: Partial<WrittenAction> & {
    submitted?: boolean;
    published?: boolean;
    maximum?: number;
    lines?: readonly Line[];
    reviewer?: Pick<MadePerson, 'id'>;
  } = {},
): Promise<Action> {
  const { db } = site;
  const organisationId = movement.id;
  const act = { organisationId, by: group.lead.id };
  const begun = await beginAction(db, act, { fundId: fund.id, groupId: group.group.id });
  if (!begun.ok) throw new Error(begun.refusal);
  const saved = await saveText(db, act, begun.action, { ...ACTION_TEXT, ...written }, lines);
  if (!saved.ok) throw new Error(saved.refusal);
  if (!submitted && !published) return saved.action;
  const sent = await submitAction(db, act, saved.action);
  if (!sent.ok) throw new Error(sent.refusal);
  if (!published) return sent.action;
  const { id } = reviewer ?? (await makeReviewer(site, movement));
  const decision = { act: 'published', words: '', unmet: [], version: 1 } as const;
  const decided = await decideAction(db, { organisationId, by: id }, sent.action.id, decision);
  if (!decided.ok) throw new Error(decided.refusal);
  return decided.action;
}

export const makeReviewer = (
  site: TestSite,
  movement: { id: string; name: string; host: string },
): Promise<MadePerson> => makePerson(site, { organisation: movement, roles: ['action-reviewer'] });
