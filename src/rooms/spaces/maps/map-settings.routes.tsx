import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { openStorage } from '../../../platform/files/index.ts';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { receiveFile } from '../../../platform/http/streamed-upload.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import {
  MapSettingsPage,
  mapSettingsConflict,
  mapSettingsProblems,
  tilesFileProblems,
} from './map-settings.page.tsx';
import { changeMapSettings, findMapSettings, keepTilesFile } from './map-settings.store.ts';
import { BACKGROUNDS, checkMapSettings, type MapSettings } from './map-settings.ts';
import { inspectTilesFile } from './pmtiles.geo.ts';

/** Bytes of a file of tiles. */
const TILES_FILE_LIMIT = 2 * 1024 ** 3;
const LONGEST_FILE_NAME = 120;

/** « Carte et adresses », for an administrator. */
export const mapSettingsRoutes: readonly Route[] = [
  get(urls.adminMapSettings, 'administrator', (visit) => show(visit, null, {})),

  post(urls.adminMapSettings, 'administrator', async (visit) => {
    const { db, organisation, config } = visit;
    const form = await visit.form();
    const typed = readSettings(form);
    const version = /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : -1;
    const kept = await findMapSettings(db, organisation.id);
    const refusals = checkMapSettings(typed, kept.file !== null, config.allowLocalPeers);
    if (Object.keys(refusals).length > 0)
      return show(visit, { typed, version }, mapSettingsProblems(refusals));
    const written = await changeMapSettings(db, actOf(visit), typed, version);
    if (written.ok) return seeOther(visit, urls.adminMapSettings(), 'map-settings-saved');
    return show(
      visit,
      { typed, version: written.saved.version },
      mapSettingsConflict(typed, written.saved),
      true,
    );
  }),

  post(urls.adminMapFile, 'administrator', async (visit) => {
    const { db, organisation, config, request } = visit;
    const file = await receiveFile(request, TILES_FILE_LIMIT);
    if (!file) return show(visit, null, tilesFileProblems({ refusal: 'no-file' }));
    const storage = openStorage(config);
    const key = `${organisation.id}/tiles/${randomUUID()}.pmtiles`;
    let bytes = 0;
    try {
      const counted = async function* () {
        for await (const chunk of file.bytes) {
          bytes += chunk.byteLength;
          yield chunk;
        }
      };
      await storage.write(key, Readable.from(counted()));
      const inspected = await inspectTilesFile(config, key);
      if (!inspected.ok) {
        await storage.deleteFile(key);
        return show(visit, null, tilesFileProblems(inspected));
      }
      const name = tidyName(file.name);
      const kept = { key, name, bytes, ...inspected.found };
      const before = await keepTilesFile(db, actOf(visit), kept, inspected.attribution);
      if (before) await storage.deleteFile(before.key);
    } catch (error) {
      // cut off or too large: what came so far serves nobody
      await storage.deleteFile(key).catch(() => {});
      throw error;
    }
    return seeOther(visit, urls.adminMapSettings(), 'map-file-kept');
  }),
];

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

function readSettings(form: Form): MapSettings {
  const background = form.text('background');
  return {
    background: BACKGROUNDS.find((known) => known === background) ?? 'none',
    tileTemplate: form.text('tileTemplate'),
    attribution: form.text('attribution').replaceAll(/\s+/g, ' '),
    addressProvider: form.text('addressProvider'),
  };
}

function tidyName(name: string): string {
  const tidy = name
    .normalize('NFC')
    .replaceAll(/[\p{C}/\\]+/gu, ' ')
    .trim();
  return [...tidy].slice(-LONGEST_FILE_NAME).join('') || 'carte.pmtiles';
}

async function show(
  visit: SignedInVisit,
  shown: { typed: MapSettings; version: number } | null,
  problems: Problems,
  conflict = false,
) {
  const kept = await findMapSettings(visit.db, visit.organisation.id);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.territory_settings_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <MapSettingsPage
        kept={kept}
        typed={shown?.typed ?? kept}
        version={shown?.version ?? kept.version}
        problems={problems}
        conflict={conflict}
      />
    ),
  });
}
