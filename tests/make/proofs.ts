import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  findProofDecision,
  type ProofDecision,
  sendProof,
  type TypedProof,
} from '../../src/rooms/electorate/index.ts';
import type { Applicant } from '../../src/rooms/electorate/proofs/proof.store.ts';
import { listProofs, type QueuedProof } from '../../src/rooms/electorate/proofs/queue.store.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { openTestSite, type TestSite } from '../site-client.ts';
import { type MadePerson, makePerson } from './people.ts';
import { type MadePoll, makePoll } from './polls.ts';

interface SendOptions {
  /** Left out: a photo of a bill. */
  file?: File | null;
  /** Left out: the poll of the stage. */
  place?: MadePoll;
  /** Left out: a network of its own. */
  address?: string;
}

/** A poll, an officer, and voters who send documents. */
export interface ProofStage {
  site: TestSite;
  made: MadePoll;
  officer: MadePerson;
  send(
    applicant: Applicant,
    more?: Partial<TypedProof>,
    options?: SendOptions,
  ): ReturnType<typeof sendProof>;
  decisionOf(applicant: Applicant, place?: MadePoll): Promise<ProofDecision>;
  /** What waits, the oldest first. */
  queue(place?: MadePoll): Promise<QueuedProof[]>;
  pageOf(id: string, place?: MadePoll): string;
  /** On the disk. */
  filesKept(): number;
}

let passes = 0;
export const newPass = (): Applicant => {
  passes += 1;
  return { passHash: `pass-${passes}` };
};

export const listedFrom = ({ edition }: MadePoll, { organisationId }: TestSite) => ({
  organisationId,
  editionId: edition.id,
});

/** The smallest that is one. */
export const plainPdf = (name = 'Quittance.pdf') =>
  new File(
    ['%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\ntrailer\n<<>>\n%%EOF\n'],
    name,
  );

async function drawPhoto(): Promise<File> {
  const drawing = sharp({
    create: { width: 600, height: 400, channels: 3, background: '#d8e4dc' },
  });
  return new File([new Uint8Array(await drawing.jpeg().toBuffer())], 'facture.jpg');
}

let networks = 0;

const usual: TypedProof = {
  names: 'Zéphyrine Tartempion',
  birth: { day: '3', month: '5', year: '1971' },
  address: '9 rue Introuvable, 93100 Montreuil',
  email: '',
};

interface ProofPlace {
  organisationId: string;
  edition: Edition;
  pollId: string;
}

/** A document that is sent as voters do, from a network of its own unless said. */
function sendTo(
  site: Pick<TestSite, 'db' | 'config'>,
  { organisationId, edition, pollId }: ProofPlace,
  applicant: Applicant,
  more: Partial<TypedProof>,
  file: File | null,
  address?: string,
) {
  networks += 1;
  const visit = {
    db: site.db,
    config: site.config,
    organisation: { id: organisationId },
    address: address ?? `10.1.${networks >> 8}.${networks & 255}`,
    locale: 'fr' as const,
  };
  return sendProof(visit, { edition, pollId }, applicant, { ...usual, ...more }, file);
}

/** A photo that waits for an officer; its id. */
export async function sendUsualProof(
  site: Pick<TestSite, 'db' | 'config'>,
  place: ProofPlace,
  applicant: Applicant,
  more: Partial<TypedProof> = {},
): Promise<string> {
  const sent = await sendTo(site, place, applicant, more, await drawPhoto());
  if (!sent.ok) throw new Error(`sendUsualProof: ${JSON.stringify(sent.refusals)}`);
  const of = { organisationId: place.organisationId, editionId: place.edition.id };
  return (await listProofs(site.db, of, { decided: false, after: null })).proofs[0]!.id;
}

export async function openProofStage(): Promise<ProofStage> {
  const site = await openTestSite();
  const made = await makePoll(site);
  const photo = await drawPhoto();
  return {
    site,
    made,
    officer: await makePerson(site, { roles: ['officer'] }),
    send: (applicant, more = {}, { file = photo, place = made, address } = {}) =>
      sendTo(
        site,
        {
          organisationId: site.organisationId,
          edition: place.edition,
          pollId: place.poll.id,
        },
        applicant,
        more,
        file,
        address,
      ),
    decisionOf: (applicant, { poll } = made) =>
      findProofDecision(
        site.db,
        { organisationId: site.organisationId, pollId: poll.id },
        applicant,
      ),
    queue: async (place = made) =>
      (await listProofs(site.db, listedFrom(place, site), { decided: false, after: null })).proofs,
    pageOf: (id, { edition } = made) => urls.adminProof({ edition: edition.slug, proof: id }),
    filesKept() {
      try {
        return readdirSync(join(site.config.varFolder, 'files', site.organisationId)).length;
      } catch {
        return 0;
      }
    },
  };
}
