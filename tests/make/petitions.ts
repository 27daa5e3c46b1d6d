import { randomUUID } from 'node:crypto';
import { findPetition } from '../../src/rooms/petitions/petition.store.ts';
import type { Petition, WrittenPetition } from '../../src/rooms/petitions/petition.ts';
import {
  makePetition as insertPetition,
  turnPetition,
} from '../../src/rooms/petitions/petition-writing.store.ts';
import type { TestSite } from '../site-client.ts';

/** A public petition open to signatures, as the team of its space makes it. */
export async function makePetition(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  componentId: string,
  makerId: string,
  written: Partial<WrittenPetition> = {},
): Promise<Petition> {
  const acting = { organisationId: site.organisationId, by: makerId };
  const { id } = await insertPetition(
    site.db,
    acting,
    componentId,
    {
      kind: 'petition',
      title: 'Gardons la maternité',
      call: 'Elle ferme en mars si personne ne bouge.',
      body: 'Nous demandons le maintien de la maternité de Fleury.',
      addressees: 'Agence régionale de santé',
      shareWords: '',
      link: null,
      goal: 500,
      endsOn: null,
      reach: 'public',
      lang: 'fr',
      ...written,
    },
    { madeFrom: randomUUID(), events: [] },
  );
  await site.db.transaction().execute((tx) => turnPetition(tx, acting, id, 'published'));
  return (await findPetition(site.db, site.organisationId, { id }))!;
}

/** The form of a mobilisation as its team fills it in. */
export const petitionFields = (changes: Record<string, string> = {}) => ({
  formulaire: randomUUID(),
  genre: 'petition',
  titre: 'Gardons la maternité',
  appel: 'Elle ferme en mars si personne ne bouge.',
  texte: 'Nous demandons le maintien de la maternité de Fleury.',
  destinataires: 'Agence régionale de santé',
  partage: '',
  lien: '',
  objectif: '500',
  'fin-day': '',
  'fin-month': '',
  'fin-year': '',
  portee: 'public',
  ...changes,
});
