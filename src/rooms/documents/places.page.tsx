import * as m from '../../paraglide/messages.js';
import { isDrawable, MapFigure } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { segmentOf } from './document.page.tsx';
import { MOST_ON_MAP } from './document-list.ts';
import type { LibraryProps } from './library.page.tsx';

/** Where solutions are; the list below says the same in words (R145). */
export function Places({ placed, ground }: Pick<LibraryProps, 'placed' | 'ground'>) {
  const pins = placed.flatMap((document) =>
    document.point
      ? {
          key: document.id,
          mark: '',
          label: document.place ? `${document.title}, ${document.place}` : document.title,
          ...document.point,
          href: urls.document({ document: segmentOf(document) }),
        }
      : [],
  );
  if (pins.length === 0 || !ground || !isDrawable(ground, pins)) return null;
  return (
    <MapFigure
      ground={ground}
      pins={pins}
      label={m.documents_map_label()}
      caption={
        pins.length < MOST_ON_MAP
          ? m.documents_map_caption()
          : m.documents_map_cut({ count: MOST_ON_MAP })
      }
    />
  );
}
