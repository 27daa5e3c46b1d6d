import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { type Mail, openPostman } from './mail.ts';
import { describeFailure } from './outcome.store.ts';

export type Trial =
  /** `answer`: of the other server; null: the mail was kept here, to be read at /_mails. */
  { ok: true; answer: string | null } | { ok: false; failure: string };

/** Long enough for a slow server, short enough for somebody who waits for the page. In milliseconds. */
const PATIENCE = 10_000;

/** Sends one mail at once, past the queue, and says what came of it. */
export async function tryMail(config: Config, mail: Mail): Promise<Trial> {
  try {
    if (!config.smtpUrl) {
      await openPostman(config).send(mail);
      return { ok: true, answer: null };
    }
    const transport = createTransport(patient(config.smtpUrl));
    try {
      const { response } = await transport.sendMail({
        from: config.mailFrom,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
      });
      return { ok: true, answer: describeFailure({ message: response }) };
    } finally {
      transport.close();
    }
  } catch (error) {
    return { ok: false, failure: describeFailure(error) };
  }
}

/** The same server, which may not keep us waiting for minutes. */
function patient(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    url.searchParams.set(name, String(PATIENCE));
  return url.href;
}
