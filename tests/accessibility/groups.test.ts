import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { type MadeGroup, type MadeMovement, makeGroup, makeMovement } from '../make/group.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let movement: MadeMovement;
let certified: MadeGroup;
let asking: MadeGroup;
let officer: MadePerson;

describe.skipIf(!hasChromium)('pages of the groups of a movement', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    movement = await makeMovement(site);
    certified = await makeGroup(site, movement, { certified: true, name: 'Les Lilas Solidaires' });
    asking = await makeGroup(site, movement, {
      name: 'Anticonstitutionnellement-transfrontalièrement',
      joining: 'approval',
      point: { latitude: 45.77, longitude: 4.82 },
    });
    officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
    await asking.manager.client.post(urls.groupInvite({ group: asking.group.slug }), {
      courriel: 'invitee@exemple.fr',
    });
    await officer.client.post(urls.groupJoin({ group: asking.group.slug }), { mots: 'Bonjour.' });
  }, 60_000);
  afterAll(() => site?.close());

  it('R2 W16 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
    const [one, other] = [certified.group.slug, asking.group.slug];
    const visits: [string, MadePerson | null, string[]][] = [
      ['anonymous', null, [urls.groups(), urls.group({ group: one }), urls.groups({ q: 'zzz' })]],
      [
        'lead',
        certified.lead,
        [
          urls.newGroup(),
          urls.group({ group: one }),
          urls.group({ group: other }),
          urls.groupChange({ group: one }),
          urls.groupMembers({ group: one }),
          urls.groupPublicActions({ group: one }),
          urls.groupCertification({ group: one }),
          urls.groupLeave({ group: one }),
        ],
      ],
      [
        'manager',
        asking.lead,
        [urls.groupMembers({ group: other }), urls.groupCertification({ group: other })],
      ],
      [
        'officer',
        officer,
        [
          urls.admin(),
          urls.adminGroups(),
          urls.adminGroupCriteria(),
          urls.adminGroupImport(),
          urls.adminGroup({ group: one }),
          urls.adminGroup({ group: other }),
        ],
      ],
    ];
    const origin = site.origin.replace('localhost', movement.host);
    const problems: string[] = [];
    for (const [name, person, paths] of visits) {
      const context = await site.open();
      const session = person?.client.cookies.get('palabre');
      if (session) await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
      const page = await context.newPage();
      for (const path of paths) {
        await page.setViewportSize({ width: 360, height: 780 });
        const status = (await page.goto(origin + path))?.status();
        const found = [
          ...(status === 200 ? [] : [`answers ${status}`]),
          ...(await listViolations(page)),
          ...(await listSmallTargets(page)),
        ];
        await page.setViewportSize({ width: 320, height: 780 });
        found.push(...(await listOverflows(page)));
        problems.push(...found.map((words) => `${name} ${path}: ${words}`));
      }
      await context.close();
    }
    expect(problems).toEqual([]);
  }, 120_000);
});
