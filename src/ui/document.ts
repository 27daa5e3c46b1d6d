import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A `Shell` as the whole HTML document, doctype included. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
