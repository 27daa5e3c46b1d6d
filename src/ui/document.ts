import type { VNode } from 'preact';
import { write } from './written-once.ts';

const DOCTYPE = Buffer.from('<!doctype html>');

/** A `Shell` as the whole HTML document in UTF-8, doctype included. */
export function renderDocument(page: VNode): Buffer {
  return Buffer.concat([DOCTYPE, write(page)]);
}
