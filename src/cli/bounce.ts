import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import type { Database } from '../platform/database/database.ts';
import { readBounce, recordBounce } from '../rooms/notifications/index.ts';

/** `palabre bounce [FILE]`: one returned mail, of a file or of the mail server's pipe. */
export async function runBounce([file]: string[], db: Database): Promise<number> {
  const bytes = file ? await readFile(file) : await buffer(process.stdin);
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const part = (...types: string[]) => {
    const found = mail.attachments.find(({ mimeType }) => types.includes(mimeType));
    return found ? textOf(found.content) : '';
  };
  const bounce = readBounce({
    report: part('message/delivery-status'),
    original: part('text/rfc822-headers', 'message/rfc822'),
  });
  if (!bounce) {
    process.stderr.write(
      'palabre bounce : ce message n’est pas le retour d’un de nos courriels.\n',
    );
    return 2;
  }
  const known = await db
    .transaction()
    .execute((tx) => recordBounce(tx, bounce.letterId, bounce.failure));
  process.stdout.write(
    known ? `Noté : ${bounce.failure}\n` : 'Ce courriel était déjà noté, ou n’existe plus.\n',
  );
  return 0;
}

const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
