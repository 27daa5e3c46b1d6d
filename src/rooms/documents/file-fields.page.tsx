import * as m from '../../paraglide/messages.js';
import { FILE_LIMIT } from '../../platform/files/upload.ts';
import { FileField, OutputField, TextArea } from '../../ui/field.tsx';
import { Hidden, type Problems } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MarksHelp } from '../../ui/marked-field.tsx';
import { sizeWords } from '../guides/index.page.ts';
import { TAKEN_ACCEPT } from './accepted.ts';
import { LENGTHS } from './checks.ts';
import type { VersionFile } from './document.ts';
import { leftOf, type Quota } from './quota.ts';

interface Props {
  /** What came with this form already. */
  file: VersionFile | null;
  text: string;
  quota: Quota;
  problems: Problems;
}

/** What a version is: a file, a written text, or both; and how much may still be added (R149). */
export function FileFields({ file, text, quota, problems }: Props) {
  const left = sizeWords(leftOf(quota));
  return (
    <>
      {file && (
        <>
          <Hidden name="fichier-recu" value={file.fileId} />
          <OutputField label={m.documents_file_received()}>
            <Icon name="document" />{' '}
            <bdi>{m.documents_file_size({ name: file.name, size: sizeWords(file.bytes) })}</bdi>
          </OutputField>
        </>
      )}
      <FileField
        name="fichier"
        label={file ? m.documents_file_other() : m.documents_file()}
        hint={m.documents_file_hint({ size: sizeWords(FILE_LIMIT), left })}
        accept={TAKEN_ACCEPT}
        problems={problems}
      />
      <TextArea
        name="texte"
        label={m.documents_text()}
        hint={m.documents_text_hint()}
        value={text}
        limit={LENGTHS.text}
        rows={10}
        problems={problems}
      />
      <MarksHelp />
    </>
  );
}
