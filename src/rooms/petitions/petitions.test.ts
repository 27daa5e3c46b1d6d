import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../tests/make/mails.ts';
import { makePetition, petitionFields } from '../../../tests/make/petitions.ts';
import { makeHelpPlace } from '../../../tests/make/requests.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { eraseSigner } from './personal.store.ts';
import { findPetition } from './petition.store.ts';
import { sign } from './signing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const of = ({ number }: { number: number }) => ({ petition: number });
const by = (changes: Record<string, string> = {}) => ({
  nom: 'Rosa Lenoir',
  fonction: 'Conseillère municipale',
  commune: 'Fleury',
  ...changes,
});
const count = async ({ id }: { id: string }) =>
  (await findPetition(site.db, site.organisationId, { id }))!.signatures;

describe('a mobilisation', () => {
  it('R144 R156 the team prepares it, publishes it, and tells what became of it; a draft is nobody else’s', async () => {
    const { at, asker, organiser, outsider } = await makeHelpPlace(site, 'mobilisations');
    await asker.client.post(urls.newPetition(at), petitionFields());
    expect(asker.client.status).toBe(404);
    await organiser.client.post(urls.newPetition(at), petitionFields({ texte: '', objectif: 'x' }));
    expect([
      organiser.client.status,
      organiser.client.main.includes('Gardons la maternité'),
    ]).toEqual([422, true]);
    await organiser.client.post(urls.newPetition(at), petitionFields());
    const { path } = organiser.client;
    expect(path).toMatch(/^\/mobilisations\/\d+-gardons/);
    for (const { client } of [asker, outsider]) {
      await client.get(path);
      expect(client.status).toBe(404);
    }
    const petition = { petition: path.split('/')[2]! };
    await organiser.client.post(urls.publishPetition(petition));
    await outsider.client.get(path);
    expect(outsider.client.main).toContain('Objectif');
    await organiser.client.post(urls.tellPetition(petition), {
      suite: 'delivered',
      'jour-day': '3',
      'jour-month': '11',
      'jour-year': '2026',
      mots: 'Remise à la préfète.',
    });
    expect(organiser.client.main).toContain('Remise à la préfète.');
    await organiser.client.post(urls.closePetition(petition));
    await outsider.client.post(urls.signPetition(petition), by());
    expect(outsider.client.status).toBe(409);
  });

  it('R156 W3 a members’ one is neither read nor signed from outside; a public one stands on the showcase', async () => {
    const { component, asker, outsider, space, organiser } = await makeHelpPlace(
      site,
      'mobilisations',
    );
    const inside = await makePetition(site, component.id, organiser.id, {
      title: 'Texte entre nous',
      reach: 'members',
    });
    const open = await makePetition(site, component.id, organiser.id, { title: 'Texte ouvert' });
    for (const client of [outsider.client, site.visitor()]) {
      await client.get(urls.petition(of(inside)));
      expect(client.status).toBe(404);
      await client.get(urls.signers(of(inside)));
      expect(client.status).toBe(404);
      await client.post(urls.signPetition(of(inside)), by({ courriel: 'rosa@exemple.fr' }));
      expect(client.status).toBe(404);
      await client.get(urls.space({ space: space.slug }));
      expect(client.main).toContain('Texte ouvert');
      expect(client.main).not.toContain('Texte entre nous');
    }
    await asker.client.post(urls.signPetition(of(inside)), by());
    expect(asker.client.main).toContain('Signé par 1 élu');
    expect([await count(inside), await count(open)]).toEqual([1, 0]);
  });
});

describe('a signature', () => {
  it('R156 W4 without an account is proven by its mailed link and by no other, and is taken back', async () => {
    const { component, organiser } = await makeHelpPlace(site, 'mobilisations');
    const petition = await makePetition(site, component.id, organiser.id);
    const visitor = site.visitor();
    const send = () =>
      visitor.post(
        urls.signPetition(of(petition)),
        by({ courriel: 'jeanne@exemple.fr', accord: 'oui' }),
      );
    const [asked] = await mailsOf(site, send);
    expect(await count(petition)).toBe(0);
    const confirm = linkIn(asked!);
    const token = confirm.split('/')[3]!;
    await visitor.post(urls.signatureWithdraw({ token }));
    expect(visitor.status, 'a token of another use').toBe(404);
    await visitor.get(urls.registrationConfirm({ token }));
    expect(visitor.status, 'a token of another room').toBe(404);
    await visitor.get(confirm);
    expect(await count(petition), 'reading signs nothing').toBe(0);
    const [signed] = await mailsOf(site, () => visitor.post(confirm));
    await visitor.post(confirm);
    expect(await count(petition)).toBe(1);
    const [again] = await mailsOf(site, send);
    expect(again!.subject).toContain('Vous avez signé');
    await visitor.get(urls.signers(of(petition)));
    expect(visitor.main).toContain('Rosa Lenoir');
    expect(visitor.main).not.toContain('jeanne@');
    const withdraw = linkIn(signed!);
    expect(withdraw).toContain('/retirer');
    await visitor.post(withdraw);
    expect(await count(petition)).toBe(0);
  });

  it('R156 W5 one address is one signature whichever way it comes, and two at once are one', async () => {
    const { component, asker, organiser } = await makeHelpPlace(site, 'mobilisations');
    const petition = await makePetition(site, component.id, organiser.id);
    const visitor = site.visitor();
    const [asked] = await mailsOf(site, () =>
      visitor.post(urls.signPetition(of(petition)), by({ courriel: asker.email })),
    );
    await visitor.post(linkIn(asked!));
    await asker.client.post(urls.signPetition(of(petition)), by());
    expect(await count(petition)).toBe(1);
    const signer = {
      personId: null,
      email: 'deux@exemple.fr',
      mailbox: 'deux@exemple.fr',
      name: 'Deux',
      office: '',
      place: '',
      isNamed: false,
      locale: 'fr',
    } as const;
    const person = { ...signer, personId: organiser.id };
    await Promise.all(
      Array.from({ length: 8 }, () => sign(site.db, site.organisationId, petition.id, person)),
    );
    expect(await count(petition)).toBe(2);
  });

  it('R156 W1 names are shown by consent only, and lead nowhere; what is wrong is said beside its field', async () => {
    const { component, asker, member, helper, organiser } = await makeHelpPlace(
      site,
      'mobilisations',
    );
    const petition = await makePetition(site, component.id, organiser.id);
    const path = urls.signPetition(of(petition));
    await asker.client.post(path, by({ nom: 'Voyez https://spam.example' }));
    expect([asker.client.status, asker.client.main.includes('Conseillère')]).toEqual([422, true]);
    await asker.client.post(path, by({ nom: '<b>Ana</b>', accord: 'oui' }));
    await member.client.post(path, by({ nom: 'Discrète Personne' }));
    await helper.client.get(urls.signers(of(petition)));
    expect(helper.client.main).toContain('&lt;b>Ana');
    expect(helper.client.main).not.toContain('Discrète');
    await helper.client.get(urls.signersCsv(of(petition)));
    expect(helper.client.status).toBe(404);
    const answer = await organiser.client.send(urls.signersCsv(of(petition)));
    const csv = await answer.text();
    expect([csv.includes('Ana'), csv.includes('Discrète')]).toEqual([true, false]);
    const facts = await site.db
      .selectFrom('fact')
      .select('actor_id')
      .where('kind', 'like', 'petition.%')
      .where('actor_id', 'in', [asker.id, member.id])
      .execute();
    expect(facts).toEqual([]);
  });

  it('R156 the text is frozen by the first signature, in the database as well', async () => {
    const { component, asker, organiser } = await makeHelpPlace(site, 'mobilisations');
    const petition = await makePetition(site, component.id, organiser.id);
    await asker.client.post(urls.signPetition(of(petition)), by());
    await expect(
      sql`update petition set body = 'Autre chose' where id = ${petition.id}`.execute(site.db),
    ).rejects.toThrow('a signed text does not change');
    await organiser.client.post(
      urls.changePetition(of(petition)),
      petitionFields({ version: '1', texte: 'Autre chose', appel: 'Plus que trois jours.' }),
    );
    await organiser.client.get(urls.petition(of(petition)));
    expect(organiser.client.main).toContain('Plus que trois jours.');
    expect(organiser.client.main).not.toContain('Autre chose');
  });

  it('R156 R193 an erased signer stays counted and nobody knows any more who it was', async () => {
    const { component, asker, organiser } = await makeHelpPlace(site, 'mobilisations');
    const petition = await makePetition(site, component.id, organiser.id);
    await asker.client.post(urls.signPetition(of(petition)), by({ accord: 'oui' }));
    await site.db.transaction().execute((tx) =>
      eraseSigner(tx, {
        organisationId: site.organisationId,
        id: asker.id,
        email: asker.email,
        mailbox: asker.email,
        mark: () => randomUUID(),
      }),
    );
    expect(await count(petition)).toBe(1);
    const rows = await site.db
      .selectFrom('petition_signature')
      .select(['name', 'email', 'person_id', 'is_named'])
      .where('petition_id', '=', petition.id)
      .execute();
    expect(rows).toEqual([{ name: '', email: '', person_id: null, is_named: false }]);
  });
});
