import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import * as m from '../paraglide/messages.js';
import type { Config } from '../platform/config.ts';
import { found, notFound } from '../platform/http/refused.ts';
import { get, type Route } from '../platform/http/route.ts';
import { page } from '../platform/http/visit.ts';
import { outboxFolder } from '../platform/mail/mail.ts';
import type { KeptSms } from '../platform/sms/sms.ts';
import { urls } from '../urls.ts';
import { type KeptMail, MailPage, MailsPage, titleOf } from './mails.page.tsx';

const SHOWN = 100;

/** The mails and SMS of an installation that sends none: read on the machine itself, by whoever tries it out. */
export const mailsRoutes: readonly Route[] = [
  get(
    urls.mails,
    'this-machine',
    async ({ config }) => {
      if (listKinds(config).length === 0) throw notFound('outbox');
      const names = (await listNames(config)).slice(0, SHOWN);
      const mails = await Promise.all(names.map((name) => readMail(config, name)));
      const kept = mails.filter((mail) => mail !== null);
      return page({
        title: m.site_mails_title(),
        body: <MailsPage mails={kept} limit={SHOWN} />,
      });
    },
    { anyHost: true },
  ),

  get(
    urls.mail,
    'this-machine',
    async ({ config, params }) => {
      const mail = found(await readMail(config, params.mail), 'mail');
      return page({ title: titleOf(mail), body: <MailPage mail={mail} /> });
    },
    { anyHost: true },
  ),
];

/** Newest first: their names begin with the time of sending. */
async function listNames(config: Config): Promise<string[]> {
  const names = await readdir(outboxFolder(config)).catch(() => []);
  return names
    .filter((name) => kindOf(config, name) !== null)
    .sort()
    .reverse();
}

/** What is really sent is not to be read here, even what was kept before it was. */
function listKinds(config: Config): ('eml' | 'sms')[] {
  return [
    ...(config.smtpUrl ? [] : ['eml' as const]),
    ...(config.sms.gateway ? [] : ['sms' as const]),
  ];
}

function kindOf(config: Config, name: string): 'eml' | 'sms' | null {
  const ending = /^[0-9A-Z.-]+-[0-9a-f]{8}\.(eml|sms)$/.exec(name)?.[1];
  return listKinds(config).find((kind) => kind === ending) ?? null;
}

async function readMail(config: Config, name: string): Promise<KeptMail | null> {
  const kind = kindOf(config, name);
  const bytes = kind && (await readFile(join(outboxFolder(config), name)).catch(() => null));
  if (!bytes) return null;
  if (kind === 'sms') return asMail(name, JSON.parse(bytes.toString()) as KeptSms);
  const mail = await PostalMime.parse(bytes);
  return {
    name,
    subject: mail.subject ?? '',
    from: listAddresses(mail.from ? [mail.from] : []),
    to: listAddresses(mail.to ?? []),
    replyTo: listAddresses(mail.replyTo ?? []),
    sentAt: mail.date ? new Date(mail.date) : null,
    text: mail.text ?? '',
  };
}

function listAddresses(addresses: readonly Address[]): string {
  return addresses.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
}

function asMail(name: string, sms: KeptSms): KeptMail {
  return {
    name,
    subject: m.phone_outbox_subject({ phone: sms.to }),
    from: sms.sender,
    to: sms.to,
    replyTo: '',
    sentAt: new Date(sms.sentAt),
    text: sms.text,
  };
}
