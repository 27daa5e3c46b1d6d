import type { Db } from '../../../platform/database/database.ts';
import { listOutlines } from '../outlines/outline.store.ts';
import type { Outline } from '../outlines/outline.ts';
import { findMapSettings } from './map-settings.store.ts';

/** What every map of an organisation is drawn on. */
export interface MapGround {
  shapes: readonly Outline[];
  /** null: no tiles behind the shapes. */
  tiles: {
    version: number;
    attribution: string;
    lowestZoom: number;
    highestZoom: number;
    /** Drawn by the browser rather than shown as pictures. */
    vector: boolean;
  } | null;
  /** Whether somebody answers where an address lies. */
  addressSearch: boolean;
}

export async function loadGround(db: Db, organisationId: string): Promise<MapGround> {
  const [shapes, settings] = await Promise.all([
    listOutlines(db, organisationId),
    findMapSettings(db, organisationId),
  ]);
  const { background, version, attribution, file } = settings;
  const held =
    background === 'file' && file
      ? {
          lowestZoom: file.lowestZoom,
          highestZoom: file.highestZoom,
          vector: file.tiles === 'mvt',
        }
      : { lowestZoom: 0, highestZoom: 19, vector: false };
  return {
    shapes,
    tiles: background === 'none' ? null : { version, attribution, ...held },
    addressSearch: settings.addressProvider !== '',
  };
}
