import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { findMailOutcome, noteOutcomes } from '../../../platform/mail/outcome.store.ts';
import { urls } from '../../../urls.ts';
import { type FindingKind, findWhatIsMissing, type Measures } from './findings.ts';

const GIB = 1024 ** 3;
const well: Measures = {
  databaseVersion: 180004,
  migrations: { applied: 3, onDisk: 3 },
  jobs: { waiting: 0, failed: 0, oldestWaitingSeconds: 0 },
  mail: { configured: true, sentInHour: new Date(2000), failedInHour: new Date(1000) },
  smsConfigured: true,
  files: { writable: true, free: 50 * GIB },
  keys: { writable: true, free: 50 * GIB, readableByOthers: false },
  clockDrift: 0.2,
  host: { asked: 'ville.fr', organisation: 'ville.fr' },
  isHttps: true,
  isLocal: false,
  proxy: { trusted: true, forwarded: true },
  legalMissing: [],
};
const stateOf = (kind: FindingKind, change: Partial<Measures>) =>
  findWhatIsMissing({ ...well, ...change }).find((one) => one.kind === kind)!.state;

describe('what an installation lacks', () => {
  it('nothing, where all is well; backups are never told from here', () => {
    const findings = findWhatIsMissing(well);
    expect(findings.filter(({ state }) => state !== 'good')).toEqual([
      { kind: 'backups', state: 'unknown', reason: 'told-elsewhere' },
    ]);
  });

  it.each<[FindingKind, Partial<Measures>, string]>([
    ['database', { databaseVersion: 140011 }, 'bad'],
    ['migrations', { migrations: { applied: 2, onDisk: 3 } }, 'bad'],
    ['jobs', { jobs: { waiting: 9, failed: 0, oldestWaitingSeconds: 900 } }, 'bad'],
    ['jobs', { jobs: { waiting: 1, failed: 1, oldestWaitingSeconds: 3 } }, 'look'],
    ['mail', { mail: { configured: false, sentInHour: null, failedInHour: null } }, 'look'],
    ['mail', { mail: { configured: true, sentInHour: null, failedInHour: null } }, 'unknown'],
    ['mail', { mail: { configured: true, sentInHour: null, failedInHour: new Date() } }, 'bad'],
    ['sms', { smsConfigured: false }, 'unknown'],
    ['files', { files: { writable: false, free: null } }, 'bad'],
    ['files', { files: { writable: true, free: GIB / 2 } }, 'bad'],
    ['files', { files: { writable: true, free: 2 * GIB } }, 'look'],
    ['keys', { keys: { writable: true, free: null, readableByOthers: true } }, 'bad'],
    ['clock', { clockDrift: -20 }, 'look'],
    ['clock', { clockDrift: 90 }, 'bad'],
    ['host', { host: { asked: 'a.fr', organisation: 'b.fr' } }, 'look'],
    ['https', { isHttps: false }, 'bad'],
    ['https', { isHttps: false, isLocal: true }, 'unknown'],
    ['proxy', { proxy: { trusted: true, forwarded: false } }, 'bad'],
    ['proxy', { proxy: { trusted: false, forwarded: true } }, 'look'],
    ['legal', { legalMissing: ['hostName'] }, 'look'],
  ])('%s %o is %s', (kind, change, state) => {
    expect(stateOf(kind, change)).toBe(state);
  });
});

describe('R33 the page of those who look after the installation', () => {
  let site: TestSite;
  let technician: MadePerson;
  beforeAll(async () => {
    site = await openTestSite();
    technician = await makePerson(site, { roles: ['it'], email: 'technique@exemple.fr' });
  });
  afterAll(() => site.close());

  it('tells each thing with its state, and no secret', async () => {
    const { client } = technician;
    await client.get(urls.adminVerification());
    expect(client.status).toBe(200);
    for (const words of ['PostgreSQL 1', 'étapes appliquées', 'libres', 'Sauvegardes'])
      expect(client.main).toContain(words);
    expect(client.html).not.toContain(site.url);
    expect(client.html).not.toContain(site.config.keysFolder);
    expect(client.html).toContain(urls.adminVerification());
    expect(client.main).toContain('Il manque : Nom de l’éditeur'.replace(' :', '\u202f:'));
    const officer = await makePerson(site, { roles: ['officer'] });
    expect((await officer.client.send(urls.adminVerification())).status).toBe(403);
    expect((await officer.client.send(urls.adminTestMail(), {})).status).toBe(403);
  });

  it('keeps the trial mail here where no server is set', async () => {
    await technician.client.post(urls.adminTestMail());
    expect(technician.client.main).toContain(
      'Le courriel d’essai est parti à technique@exemple.fr',
    );
    expect(technician.client.main).toContain('gardé ici');
  });

  it('F6 shows what a server answers, taken or refused, without the way in', async () => {
    let refusing = false;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(null, { user: 'x' }),
      onRcptTo: (_address, _session, done) =>
        refusing
          ? done(Object.assign(new Error('Relais interdit'), { responseCode: 554 }))
          : done(),
      onData(stream, _session, done) {
        stream.resume().on('end', () => done(null, '2.0.0 pris en compte sous 4F2A'));
      },
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.server.address() as { port: number };
    const { config } = site;
    const before = config.smtpUrl;
    config.smtpUrl = `smtp://moi:tres-secret@127.0.0.1:${port}`;
    try {
      const { client } = technician;
      await client.post(urls.adminTestMail());
      expect(client.main).toContain('pris en compte sous 4F2A');
      refusing = true;
      await client.post(urls.adminTestMail());
      expect(client.main).toContain('Le courriel d’essai n’est pas parti');
      expect(client.main).toContain('554 Relais interdit');
      expect(client.html).not.toContain('tres-secret');
      config.smtpUrl = 'smtp://moi:tres-secret@127.0.0.1:1';
      await client.post(urls.adminTestMail());
      expect(client.main).toContain('ECONNREFUSED');
      expect(client.html).not.toContain('tres-secret');
    } finally {
      config.smtpUrl = before;
      await new Promise<void>((closed) => server.close(() => closed()));
    }
  });

  it('W10 sends at most ten trial mails an hour', async () => {
    const other = await makePerson(site, { roles: ['it'] });
    for (let times = 0; times < 10; times += 1)
      expect((await other.client.send(urls.adminTestMail(), {})).status).toBe(200);
    expect((await other.client.send(urls.adminTestMail(), {})).status).toBe(429);
  });

  it('F6 the last success and the last failure of mails are kept, without anybody’s address', async () => {
    const mail = { to: 'a@exemple.fr', subject: 'S', text: 'T', locale: 'fr' as const };
    await noteOutcomes(site.db, { send: async () => {} }).send(mail);
    const failing = noteOutcomes(site.db, {
      send: () =>
        Promise.reject(
          Object.assign(new Error('x'), {
            code: 'EENVELOPE',
            response: '550 5.1.1 <a@exemple.fr> inconnu',
          }),
        ),
    });
    await expect(failing.send(mail)).rejects.toThrow('x');
    const outcome = await findMailOutcome(site.db);
    expect(outcome.failure).toBe('EENVELOPE · 550 5.1.1 … inconnu');
    expect(outcome.sentInHour!.getUTCMinutes()).toBe(0);
    await technician.client.get(urls.adminVerification());
    expect(technician.client.main).toContain('550 5.1.1 … inconnu');
  });
});
