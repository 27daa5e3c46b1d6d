import {
  addClass,
  findClassByToken,
  openClass,
} from '../../src/rooms/polls/classes/class-session.store.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { openFor } from '../make/voters.ts';
import type { Scene } from './scenes.ts';
import type { Particulars } from './stage.ts';

/** Everything that somebody without an account meets on the way to their vote, and a class with its tutor. */
export async function meetVoters(
  site: BrowserSite,
): Promise<{ particulars: Particulars; scenes: Scene[] }> {
  const roles = ['anonymous'] as const;
  const declaring = await openFor(site, { required: ['declaration', 'email'], oneOf: [] });
  const any = await openFor(site, {
    required: [],
    oneOf: ['email', 'sms', 'roll', 'code', 'proof', 'provider'],
  });
  const at = { edition: any.edition.slug };
  const one = { edition: declaring.edition.slug };
  const act = { organisationId: site.organisationId, by: null };
  const added = await addClass(site.db, act, any.edition.id, { name: 'CM2 B', places: 24 });
  if (!added.ok) throw new Error('No class.');
  const session = await findClassByToken(site.db, site.organisationId, added.token);
  await openClass(site.db, site.organisationId, session!.id);
  const methods = ['email', 'sms', 'roll', 'code', 'proof', 'provider'];
  return {
    particulars: {
      [urls.voteIdentity.pattern]: { path: urls.voteIdentity(at), roles },
      [urls.voteIdentityEmailCode.pattern]: { path: urls.voteIdentityEmailCode(at), roles },
      [urls.voteIdentityPhoneCode.pattern]: { path: urls.voteIdentityPhoneCode(at), roles },
      [urls.voteIdentityProviderBack.pattern]: { path: urls.voteIdentity(at), roles },
      [urls.voteIdentityProvider.pattern]: { path: urls.voteIdentity(at), roles },
      [urls.voteClass.pattern]: { path: urls.voteClass(at), roles },
      [urls.tutor.pattern]: { path: urls.tutor({ token: added.token }), roles },
    },
    scenes: [
      ...methods.map((par) => ({
        name: `a proof by ${par}`,
        path: urls.voteIdentity(at, { par }),
        roles,
      })),
      { name: 'a declaration on honour', path: urls.voteIdentity(one), roles },
      {
        name: 'a declaration with problems',
        path: urls.voteIdentity(one),
        roles,
        press: 'Continuer',
      },
      { name: 'a class code missing', path: urls.voteClass(at), roles, press: 'Commencer' },
      {
        name: 'an address missing',
        path: urls.voteIdentity(at, { par: 'email' }),
        roles,
        press: 'Recevoir un code',
      },
    ],
  };
}
