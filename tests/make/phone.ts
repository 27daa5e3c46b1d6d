import { randomInt } from 'node:crypto';
import { type Config, readConfig } from '../../src/platform/config.ts';
import { runDueJobs } from '../../src/platform/jobs/worker.ts';
import { openKeys } from '../../src/platform/keys/keys.ts';
import { openSmsGateway, type QueuedSms, sendQueuedSms } from '../../src/platform/sms/sms.ts';
import {
  checkPhoneCode,
  type PhoneVisit,
  sendPhoneCode,
} from '../../src/rooms/electorate/index.ts';
import { insertOrganisation } from '../../src/rooms/organisations/index.ts';
import { openTestSite, type TestSite } from '../site-client.ts';
import { makePoll } from './polls.ts';
import { type SmsPeer, settleJobs, startSmsPeer } from './sms-peer.ts';

/** A poll, a gateway, and browsers that ask for codes: each from its own network unless said. */
export interface PhoneStage {
  site: TestSite;
  peer: SmsPeer;
  visit: PhoneVisit;
  /** A mobile number that nobody has, in a thousand numbers of its own. */
  newPhone(): string;
  configure(set?: Record<string, string>): Config;
  /** Windows of limits begin at full minutes, hours and days: time stands a minute into a day, UTC, and so many seconds. */
  travel(seconds?: number): void;
  ask(phone: string, asking?: string, from?: Partial<PhoneVisit>): ReturnType<typeof sendPhoneCode>;
  /** Asks, delivers, and returns what the browser keeps. */
  asked(phone: string, asking?: string, from?: Partial<PhoneVisit>): Promise<string>;
  check(
    code: string,
    asking: string,
    from?: Partial<PhoneVisit>,
  ): ReturnType<typeof checkPhoneCode>;
  deliver(): Promise<void>;
  /** What the gateway was asked to send. */
  texts(): { to: string; from: string; text: string }[];
  lastCode(): string;
  /** A poll of another organisation. */
  visitElsewhere(slug: string): Promise<Pick<PhoneVisit, 'pollId' | 'organisation'>>;
  /** As at the start: nothing waits, nothing was heard. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export const newAddress = () => Array.from({ length: 4 }, () => randomInt(1, 255)).join('.');

export const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

export async function openPhoneStage(): Promise<PhoneStage> {
  const site = await openTestSite();
  const { poll } = await makePoll(site);
  const peer = await startSmsPeer();
  let number = 100;
  const configure = (set: Record<string, string> = {}) =>
    readConfig({
      PALABRE_VAR: site.config.varFolder,
      PALABRE_SMS_URL: peer.url,
      PALABRE_SMS_PER_HOUR: '100000',
      ...set,
    });
  const visit: PhoneVisit = {
    db: site.db,
    config: configure(),
    organisation: {
      id: site.organisationId,
      name: 'Ville d’Évry',
      host: 'participer.evry.example',
    },
    address: '',
    pollId: poll.id,
  };
  const stage: PhoneStage = {
    site,
    peer,
    visit,
    configure,
    newPhone: () => `06 11 ${String(++number).slice(0, 2)} ${String(number).slice(2)}6 78`,
    travel: (seconds = 0) =>
      site.travel(`${86_460 + seconds - (Math.floor(Date.now() / 1000) % 86_400)} seconds`),
    ask: (phone, asking = '', from = {}) =>
      sendPhoneCode({ ...visit, address: newAddress(), ...from }, { phone, locale: 'fr', asking }),
    async asked(phone, asking = '', from = {}) {
      const sent = await stage.ask(phone, asking, from);
      if (!sent.ok) throw new Error(sent.refusal);
      await stage.deliver();
      return sent.asking;
    },
    check: (code, asking, from = {}) =>
      checkPhoneCode({ ...visit, address: newAddress(), ...from }, { code, asking }),
    async deliver() {
      const key = openKeys(visit.config.keysFolder).rollKey();
      const gateway = openSmsGateway(visit.config);
      await runDueJobs(site.pool, {
        'send-sms': (queued: QueuedSms) => sendQueuedSms(gateway, key, queued),
      });
      await settleJobs(site.pool);
    },
    texts: () => peer.asked.map(({ body }) => JSON.parse(body)),
    lastCode: () => /#(\d{6})$/.exec(stage.texts().at(-1)!.text)![1]!,
    async visitElsewhere(slug) {
      const organisationId = await insertOrganisation(site.db, {
        slug,
        name: slug,
        host: `${slug}.example`,
        kind: 'town',
        colour: '#1B6B3A',
        contactEmail: `a@${slug}.example`,
        tagline: '',
        charter: 'Oui.',
      });
      const other = await makePoll(site, { edition: { organisationId, slug } });
      const organisation = { id: organisationId, name: slug, host: `${slug}.example` };
      return { pollId: other.poll.id, organisation };
    },
    async reset() {
      stage.travel();
      await stage.deliver();
      peer.asked.length = 0;
    },
    async close() {
      await peer.stop();
      await site.close();
    },
  };
  return stage;
}
