import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Action,
  actionSegment,
  decideAction,
  submitAction,
} from '../../src/rooms/actions/index.ts';
import type { Fund } from '../../src/rooms/funds/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeAction, makeReviewer } from '../make/action.ts';
import { makeFund } from '../make/fund.ts';
import { type MadeGroup, type MadeMovement, makeGroup, makeMovement } from '../make/group.ts';
import type { MadePerson } from '../make/people.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let movement: MadeMovement;
let group: MadeGroup;
let young: MadeGroup;
let fund: Fund;
let reviewer: MadePerson;
let draft: Action;
let waiting: Action;
let again: Action;
let published: Action;

const at = (action: Action) => ({ action: actionSegment(action) });

describe.skipIf(!hasChromium)('pages of the actions that groups propose', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    movement = await makeMovement(site);
    group = await makeGroup(site, movement, { certified: true, name: 'Les Lilas Solidaires' });
    young = await makeGroup(site, movement);
    ({ fund } = await makeFund(site, movement));
    reviewer = await makeReviewer(site, movement);
    draft = await makeAction(site, movement, fund, group, {
      title: 'Anticonstitutionnellement-transfrontalièrement-solidaire',
      involvement: '',
    });
    const plain = { width: 900, height: 600, channels: 3, background: '#7A2E5D' } as const;
    const photo = await sharp({ create: plain }).jpeg().toBuffer();
    await group.lead.client.post(urls.proposalPicture(at(draft)), {
      file: new File([new Uint8Array(photo)], 'a.jpg', { type: 'image/jpeg' }),
      alt: 'La collecte',
    });
    waiting = await makeAction(site, movement, fund, group, { submitted: true });
    again = await makeAction(site, movement, fund, group, { submitted: true });
    const act = (by: string) => ({ organisationId: movement.id, by });
    const asked = { act: 'changes-requested', words: 'Et le lieu ?', version: 1 } as const;
    await decideAction(site.db, act(reviewer.id), again.id, { ...asked, unmet: ['inclusion'] });
    await submitAction(site.db, act(group.lead.id), again);
    await group.lead.client.post(urls.proposalMessage(at(again)), { message: 'Place Carnot.' });
    published = await makeAction(site, movement, fund, group, { published: true });
  }, 90_000);
  afterAll(() => site?.close());

  it('R4 R10 R11 R12 W16 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
    const visits: [string, MadePerson, string[]][] = [
      [
        'lead',
        group.lead,
        [
          urls.proposeAction({ fund: fund.slug }),
          urls.groupActions({ group: group.group.slug }),
          urls.proposal(at(draft)),
          urls.proposalText(at(draft)),
          urls.proposalText(at(draft), { relire: 'oui' }),
          urls.proposalPicture(at(draft)),
          urls.proposalDelete(at(draft)),
          urls.proposal(at(waiting)),
          urls.proposal(at(again)),
          urls.proposal(at(published)),
          urls.proposalVersion({ ...at(again), version: 2 }),
        ],
      ],
      ['lead of a young group', young.lead, [urls.proposeAction({ fund: fund.slug })]],
      ['in no group', reviewer, [urls.proposeAction({ fund: fund.slug })]],
      [
        'reviewer',
        reviewer,
        [
          urls.examinations(),
          urls.examinations({ q: 'zzz' }),
          urls.examinations({ etat: 'toutes' }),
          urls.examination(at(again)),
          urls.examination(at(published)),
        ],
      ],
    ];
    const origin = site.origin.replace('localhost', movement.host);
    const problems: string[] = [];
    for (const [name, person, paths] of visits) {
      const context = await site.open();
      const session = person.client.cookies.get('palabre')!;
      await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
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
  }, 180_000);
});
