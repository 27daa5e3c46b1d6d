import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionSegment } from '../../src/rooms/actions/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import {
  type LedGroup,
  makeLedGroup,
  makeLedGroups,
  makeOpenFund,
  makePublishedAction,
} from '../make/commitment.ts';
import { type MadeMovement, makeMovement } from '../make/group.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let movement: MadeMovement;
let proposer: LedGroup;
let others: LedGroup[];
let visits: [string, MadePerson | null, string[]][];

const PLAIN = { promesse: 'oui', adaptation: 'Devant la halle, un jeudi de marché.' };

describe.skipIf(!hasChromium)('pages of actions that groups repeat', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    movement = await makeMovement(site);
    proposer = await makeLedGroup(site, movement, { name: 'Les Lilas Solidaires' });
    others = await makeLedGroups(site, movement, 3);
    const fund = await makeOpenFund(site, movement, { threshold: 2 });
    const closed = await makeOpenFund(site, movement, { visibleTo: 'certified-groups' });
    const action = await makePublishedAction(site, movement, fund, proposer, {
      title: 'Collecte anticonstitutionnellement-transfrontalière de produits d’hygiène',
    });
    const waiting = await makePublishedAction(site, movement, fund, proposer, { kind: 'union' });
    const of = (of_: typeof action, { group }: LedGroup) => ({
      fund: fund.slug,
      action: actionSegment(of_),
      group: group.slug,
    });
    for (const one of others.slice(0, 2))
      await one.lead.client.post(urls.actionCommitment(of(action, one)), PLAIN);
    const [told, late] = others as [LedGroup, LedGroup];
    const now = new Date();
    await told.lead.client.post(urls.actionNewReport(of(action, told)), {
      'jour-day': String(now.getUTCDate()),
      'jour-month': String(now.getUTCMonth() + 1),
      'jour-year': String(now.getUTCFullYear()),
      lieu: 'Place du marché',
      personnes: '14',
      reussi: 'Les caisses étaient pleines à midi.',
      difficile: 'Trouver une camionnette.',
    });
    const report = /experiences\/[^/]+\/([0-9a-f-]{36})/.exec(told.lead.client.path)![1]!;
    const bytes = await sharp({
      create: { width: 800, height: 500, channels: 3, background: '#7A2E5D' },
    })
      .png()
      .toBuffer();
    await told.lead.client.post(urls.actionReportPhotos({ ...of(action, told), report }), {
      file: new File([new Uint8Array(bytes)], 'caisses.png', { type: 'image/png' }),
      alt: 'Six caisses pleines',
    });
    const member = await makePerson(site, { organisation: movement });
    const page = urls.fundAction(of(action, told));
    visits = [
      [
        'anonymous',
        null,
        [
          urls.fundActions({ fund: fund.slug }),
          urls.fundActions({ fund: fund.slug }, { q: 'zzz' }),
          urls.fundActions({ fund: fund.slug }, { statut: 'financable' }),
          page,
          urls.groupCommitments({ group: told.group.slug }),
          urls.group({ group: told.group.slug }),
        ],
      ],
      ['member', member, [page, urls.fundActions({ fund: closed.slug })]],
      [
        'lead',
        told.lead,
        [
          page,
          urls.actionCommitment(of(action, told)),
          urls.actionReport({ ...of(action, told), report }),
          urls.actionCall(of(action, told)),
          urls.groupCommitments({ group: told.group.slug }),
          urls.groupActions({ group: told.group.slug }),
          urls.fundActions({ fund: closed.slug }),
        ],
      ],
      [
        'another lead',
        late.lead,
        [
          urls.fundAction(of(waiting, late)),
          urls.actionCommitment(of(waiting, late)),
          urls.actionNewReport(of(action, late)),
        ],
      ],
    ];
  }, 60_000);
  afterAll(() => site?.close());

  it('R13 R15 R28 W16 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
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
        const isClosed = name === 'member' && path.endsWith('/actions');
        if (process.env.SHOTS) {
          const file = `/tmp/shots-commit/${name}-${path.replaceAll(/[^a-z]+/g, '-').slice(0, 70)}`;
          await page.screenshot({ path: `${file}-360.png`, fullPage: true });
          await page.setViewportSize({ width: 1280, height: 900 });
          await page.screenshot({ path: `${file}-1280.png`, fullPage: true });
          await page.setViewportSize({ width: 360, height: 780 });
        }
        const found = [
          ...(status === (isClosed ? 403 : 200) ? [] : [`answers ${status}`]),
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
