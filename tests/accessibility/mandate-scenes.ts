import { writeInvitationToken } from '../../src/rooms/mandates/invitation.routes.tsx';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { bringInLines, declare, makeBody, makeElected, verify } from '../make/mandates.ts';
import { makeNetwork } from '../make/network.ts';
import type { MadePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** A network whose members hold mandates: one that is verified, one that waits. */
export async function holdMandates(site: BrowserSite, resident: MadePerson): Promise<Particulars> {
  const { space, components } = await makeNetwork(site, {
    title: 'Réseau des élu·es du canal',
    admission: 'mandate',
  });
  const waiting = await declare(site, space, resident.id, { territory: 'Aubry' });
  const verified = await declare(site, space, resident.id, { level: 'regional' });
  await makeElected(site, space, { nickname: 'Rosa du canal' });
  await verify(site, space, verified, resident.id);
  const act = { organisationId: site.organisationId, by: resident.id };
  const [offered] = await bringInLines(site, act, space);
  const token = writeInvitationToken(
    { config: site.config, organisation: { id: site.organisationId } },
    offered!.id,
  );
  const at = { space: space.slug };
  const directory = { ...at, component: components.directory!.slug };
  const body = await makeBody(site, space, resident.id);
  const own = ['resident'] as const;
  const all = ['resident', 'officer', 'administrator'] as const;
  const office = ['officer', 'administrator'] as const;
  const one = { ...at, mandate: waiting };
  return {
    [urls.mandateInvitation.pattern]: {
      path: urls.mandateInvitation({ token }),
      roles: ['anonymous', 'resident'],
    },
    [urls.directory.pattern]: { path: urls.directory(directory), roles: all },
    [urls.directoryEntry.pattern]: { path: urls.directoryEntry(directory), roles: own },
    [urls.spaceTeam.pattern]: { path: urls.spaceTeam(at), roles: all },
    [urls.memberBodies.pattern]: { path: urls.memberBodies(at), roles: all },
    [urls.adminNewMemberBody.pattern]: { path: urls.adminNewMemberBody(at), roles: office },
    [urls.adminMemberBody.pattern]: {
      path: urls.adminMemberBody({ ...at, body }),
      roles: office,
    },
    [urls.ownMandates.pattern]: { path: urls.ownMandates(at), roles: all },
    [urls.declareMandate.pattern]: { path: urls.declareMandate(at), roles: all },
    [urls.correctMandate.pattern]: { path: urls.correctMandate(one), roles: own },
    [urls.withdrawMandate.pattern]: { path: urls.withdrawMandate(one), roles: own },
    [urls.endMandate.pattern]: {
      path: urls.endMandate({ ...at, mandate: verified }),
      roles: own,
    },
    [urls.adminMandates.pattern]: { path: urls.adminMandates(at), roles: office },
    [urls.adminMandateImport.pattern]: { path: urls.adminMandateImport(at), roles: office },
    [urls.adminMandate.pattern]: { path: urls.adminMandate(one), roles: office },
  };
}
