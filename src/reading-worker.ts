import { paintApart, readApart } from './platform/files/reading/read.ts';
import type { ReadingAnswer, ReadingRequest } from './platform/files/reading/reading-process.ts';

/** One document in a process of its own: whatever it holds, the site lives on. */
async function answer(request: ReadingRequest): Promise<ReadingAnswer> {
  if (request.ask === 'read')
    return { ask: 'read', reading: await readApart(request.mediaType, request.bytes) };
  const page = await paintApart(request.bytes, request.page, request.width);
  return { ask: 'paint', page };
}

process.once('message', (request: ReadingRequest) => {
  // what fails ends this process, and that is the answer
  void answer(request).then((given) => process.send!(given));
});
process.once('disconnect', () => process.exit());
