import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it was given, with its envelope. */
export interface GivenMail {
  from: string;
  to: string[];
  email: Email;
}

/** A real mail server, which knows nobody whose address begins with « inconnue ». */
export async function startMailServer(port = 0) {
  const emails: Email[] = [];
  const given: GivenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (!address.startsWith('inconnue')) return done();
      done(Object.assign(new Error('5.1.1 No such user'), { responseCode: 550 }));
    },
    onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      const [from, to] = [mailFrom ? mailFrom.address : '', rcptTo.map(({ address }) => address)];
      buffer(stream).then(async (bytes) => {
        const email = await PostalMime.parse(bytes);
        emails.push(email);
        given.push({ from, to, email });
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()));
  return {
    emails,
    given,
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}
