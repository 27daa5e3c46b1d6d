import type { MapGround as DrawnGround } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import type { MapGround } from './ground.store.ts';

/** What maps are drawn on, as the frame of maps wants it. */
export function drawnGround({ shapes, tiles }: MapGround): DrawnGround {
  return {
    shapes,
    tiles: tiles && {
      ...tiles,
      address: urls
        .mapTile({ version: tiles.version, zoom: 0, column: 0, row: 0 })
        .replace(/\/0\/0\/0$/, ''),
    },
  };
}
