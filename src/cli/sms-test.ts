import { randomUUID } from 'node:crypto';
import * as m from '../paraglide/messages.js';
import { type Config, readConfig } from '../platform/config.ts';
import { withLocale } from '../platform/locale/locale.ts';
import { openSmsGateway } from '../platform/sms/sms.ts';
import { type PhoneRefusal, readMobile } from '../platform/text/phone.ts';

const usage = 'usage : palabre sms-test +33612345678';

const refusals: Record<PhoneRefusal, string> = {
  'phone-missing': usage,
  'phone-unreadable': 'ce numéro n’existe pas',
  'phone-fixed': 'c’est un téléphone fixe',
  'phone-premium': 'c’est un numéro spécial ou surtaxé',
  'phone-internet': 'c’est un numéro de téléphonie par internet',
  'phone-satellite': 'c’est un téléphone par satellite',
  'phone-country': 'ce pays n’est pas dans PALABRE_SMS_COUNTRIES',
};

interface Streams {
  out(line: string): void;
  err(line: string): void;
}

/** `palabre sms-test NUMBER`: sends one message at once, past the queue, and says how it went. Exit codes 0, 1, 2. */
export async function runSmsTest(
  args: readonly string[],
  config: Config = readConfig(),
  streams: Streams = { out: console.log, err: console.error },
): Promise<number> {
  const mobile = readMobile(args.join(' '), config.sms.countries);
  if (typeof mobile === 'string') {
    streams.err(`palabre sms-test : ${refusals[mobile]}`);
    return 2;
  }
  const text = withLocale('fr', m.phone_sms_test).replaceAll('’', "'");
  try {
    await openSmsGateway(config).send({ to: mobile.e164, text }, randomUUID());
  } catch (error) {
    streams.err(`SMS non parti : ${error instanceof Error ? error.message : 'erreur'}`);
    return 1;
  }
  const { gateway } = config.sms;
  streams.out(
    gateway
      ? `SMS pris par ${new URL(gateway.url).host} pour ${mobile.written}, expéditeur ${config.sms.sender}.`
      : 'PALABRE_SMS_URL n’est pas réglé : le SMS est dans var/outbox, à lire sur /_mails.',
  );
  return 0;
}
