import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWordFile } from '../start/starting-guides.ts';
import type { Topic } from './help.ts';
import { TOPICS } from './help-pages.ts';

/** Read once for each folder and language: the files come with the house and change with it only. */
const read = new Map<string, readonly Topic[]>();

/** Every topic in order. `root`: folder of the installation. */
export function listTopics(root: string, lang: 'fr' | 'en'): readonly Topic[] {
  const folder = join(root, 'src/rooms/guides/help', lang);
  let topics = read.get(folder);
  if (!topics) {
    topics = TOPICS.map((name) => readTopic(folder, name));
    read.set(folder, topics);
  }
  return topics;
}

function readTopic(folder: string, name: string): Topic {
  const words = readWordFile(readFileSync(join(folder, `${name}.md`), 'utf8'));
  if (!words) throw new Error(`No title, line and text: ${folder}/${name}.md`);
  return { name, ...words };
}
