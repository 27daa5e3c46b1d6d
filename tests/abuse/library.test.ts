import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/rooms/surveys/survey.page.tsx';
import { urls } from '../../src/urls.ts';
import { makeEdition } from '../make/editions.ts';
import { makeMeeting } from '../make/meetings.ts';
import { someone } from '../make/people.ts';
import { hiddenIn } from '../make/realisations.ts';
import { makeSurvey } from '../make/surveys.ts';
import { challengeIn, doWork } from '../make/work.ts';
import { openTestSite, type SiteClient, type TestSite } from '../site-client.ts';

/** One network address, one hour: a library's afternoon, a fair, a school. Each form that is open to everybody. */
const PEOPLE = process.env.PALABRE_ALL ? 300 : 40;
const CLASS = 30;

interface OpenForm {
  name: string;
  page: string;
  action: string;
  /** What one person fills in. */
  fields: (at: number) => Record<string, string | readonly string[]>;
  /** Whether its page gives the browser work: a page that is kept for everybody does not. */
  works: boolean;
}

let site: TestSite;
const forms: OpenForm[] = [];
beforeAll(async () => {
  site = await openTestSite();
  const edition = await makeEdition(site, { phase: 'delivery' });
  const survey = await makeSurvey(site, edition);
  const meeting = await makeMeeting(site, { capacity: 20, inHours: 72 });
  const field = (place: number) => fieldOf(survey.questions[place - 1]!);
  const open = (name: string, page: string, fields: OpenForm['fields'], works = true) =>
    forms.push({ name, page, action: page, fields, works });
  // people of a library have their mailboxes at several places: one domain alone is counted too
  open('sign-up', urls.signUp(), (at) => ({
    ...someone(),
    courriel: `lectrice.${at}@exemple-${at % 4}.fr`,
  }));
  open('contact', urls.contact(), (at) => ({
    sujet: 'question',
    message: `Bonjour, à quelle heure ouvre le bureau ${at} ?`,
    courriel: `contact.${at}@exemple.fr`,
    nom: '',
  }));
  open('newsletter', urls.subscribe(), (at) => ({ courriel: `lettre.${at}@exemple.fr` }));
  open('survey', urls.survey({ edition: edition.slug }), () => ({
    [field(2)]: ['1', '4'],
    [field(7)]: '1',
    version: String(survey.version),
  }));
  const at = { meeting: meeting.number };
  forms.push({
    name: 'meeting',
    page: urls.meeting(at),
    action: urls.meetingRegister(at),
    fields: (person) => ({
      nom: 'Lucienne Aubry',
      courriel: `reunion.${person}@exemple.fr`,
      profil: 'resident',
    }),
    works: false,
  });
});
afterAll(() => site.close());

/** As many browsers with the form open, then a minute later as many forms sent; their statuses. */
async function sendAll(form: OpenForm, from: number, people: number, withScripts: boolean) {
  site.travel(null);
  const shown: { client: SiteClient; more: Record<string, string> }[] = [];
  for (let at = 0; at < people; at += 1) {
    const client = await site.visitor().get(form.page);
    const challenge = challengeIn(client.html);
    expect(challenge !== '', `${form.name}: work`).toBe(form.works);
    const more: Record<string, string> = {};
    if (client.html.includes('name="jeton"')) more.jeton = hiddenIn(client.html, 'jeton');
    if (withScripts && challenge !== '') more.travail = doWork(challenge);
    shown.push({ client, more });
  }
  site.travel('1 minute');
  const statuses = new Map<number, number>();
  for (const [at, { client, more }] of shown.entries()) {
    const { status } = await client.send(form.action, { ...form.fields(from + at), ...more });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return Object.fromEntries(statuses);
}

describe.each(['sign-up', 'contact', 'newsletter', 'survey', 'meeting'])(
  'W10 W13 one library is one network: %s',
  (name) => {
    const find = () => forms.find((form) => form.name === name)!;

    it(`a class of ${CLASS} without scripts, then ${PEOPLE} people with them, are all let through`, async () => {
      expect(await sendAll(find(), 0, CLASS, false)).toEqual({ 303: CLASS });
      expect(await sendAll(find(), CLASS, PEOPLE, true)).toEqual({ 303: PEOPLE });
    }, 300_000);

    it('a program that fills in every field stops there', async () => {
      const form = find();
      site.travel(null);
      const client = await site.visitor().get(form.page);
      const jeton: Record<string, string> = client.html.includes('name="jeton"')
        ? { jeton: hiddenIn(client.html, 'jeton') }
        : {};
      site.travel('1 minute');
      const sent = { ...form.fields(900), ...jeton, 'site-web': 'https://casino.test' };
      expect((await client.send(form.action, sent)).status).toBe(422);
    });
  },
);

it('W10 without work, thousands are not sent: the form answers that one waits', async () => {
  const form = forms.find(({ name }) => name === 'newsletter')!;
  site.travel(null);
  await site.db.deleteFrom('rate_counter').execute();
  const client = await site.visitor().get(form.page);
  const jeton = hiddenIn(client.html, 'jeton');
  site.travel('1 minute');
  let last = 303;
  for (let at = 0; at < 130 && last === 303; at += 1)
    last = (await client.send(form.action, { courriel: `seul.${at}@exemple.fr`, jeton })).status;
  expect(last).toBe(429);
});
