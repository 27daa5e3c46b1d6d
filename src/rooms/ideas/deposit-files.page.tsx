import * as m from '../../paraglide/messages.js';
import {
  ATTACHMENTS_ACCEPT,
  FILE_LIMIT,
  fileSegment,
  SMALL_WIDTH,
  showAs,
} from '../../platform/files/upload.ts';
import { Field, FileField } from '../../ui/field.tsx';
import { Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Actions, Section, Stack } from '../../ui/layout.tsx';
import { Picture } from '../../ui/picture.tsx';
import { urls } from '../../urls.ts';
import type { Board } from './boards/board.ts';
import { addressesOf } from './boards/board-address.ts';
import { DepositFrame } from './deposit-frame.page.tsx';
import { MOST_FILES } from './draft.ts';
import type { Attachment } from './idea.ts';
import { sizeWords } from './words.page.ts';

interface Props {
  board: Board;
  open: boolean;
  draftId: string;
  files: readonly Attachment[];
  /** Typed beside a file that was refused. */
  alt?: string;
  videoLink: string;
  /** Bytes of the largest film. */
  videoLimit: number;
  problems: Problems;
}

/** Third screen: pictures and documents (R114), one at a time, each with its description. */
export function DepositFilesPage(props: Props) {
  const { board, open, draftId, files, alt = '', problems } = props;
  const to = addressesOf(board);
  const at = { draft: draftId };
  const full = files.length >= MOST_FILES;
  return (
    <DepositFrame
      board={board}
      open={open}
      step="files"
      lead={m.ideas_files_lead({
        count: MOST_FILES,
        size: sizeWords(FILE_LIMIT),
        film: sizeWords(props.videoLimit),
      })}
      problems={problems}
      backHref={to.depositText(at)}
    >
      <Form action={to.depositFiles(at)} upload>
        {files.length > 0 && (
          <Section title={m.ideas_files_added({ count: files.length, most: MOST_FILES })}>
            <Stack>
              {files.map((file) => (
                <AddedFile key={file.fileId} file={file} />
              ))}
            </Stack>
          </Section>
        )}
        {full ? (
          <p>{m.ideas_files_full()}</p>
        ) : (
          <>
            <FileField
              name="file"
              label={m.ideas_field_file()}
              hint={board.ideaHelp.files || m.ideas_files_kinds()}
              accept={ATTACHMENTS_ACCEPT}
              problems={problems}
            />
            <Field
              name="alt"
              label={m.ideas_field_alt()}
              hint={m.ideas_help_alt()}
              value={alt}
              problems={problems}
              autocomplete="off"
            />
          </>
        )}
        <Field
          name="video"
          type="url"
          label={m.attachments_link_label()}
          hint={m.attachments_link_hint()}
          value={props.videoLink}
          problems={problems}
        />
        <Actions>
          <SubmitButton size="large" name="next" value="oui">
            {m.ideas_continue()}
          </SubmitButton>
          {!full && (
            <SubmitButton kind="secondary" icon="plus" name="next" value="non">
              {m.ideas_file_add()}
            </SubmitButton>
          )}
        </Actions>
      </Form>
      {files.map(({ fileId }) => (
        <Form
          key={fileId}
          action={to.depositRemoveFile({ ...at, file: fileId })}
          id={removalForm(fileId)}
        >
          {null}
        </Form>
      ))}
    </DepositFrame>
  );
}

const removalForm = (fileId: string): string => `retirer-${fileId}`;

/** Its description is sent with the form of the page, whatever the button; removing has a form of its own. */
function AddedFile({ file }: { file: Attachment }) {
  const { width, height } = file;
  const small = width === null ? 0 : Math.min(width, SMALL_WIDTH);
  return (
    <Stack>
      {width !== null && height !== null ? (
        <Picture
          src={urls.file({ file: fileSegment(file, 'small') })}
          alt={file.alt}
          width={small}
          height={Math.max(1, Math.round((height * small) / width))}
        />
      ) : (
        <p>
          <Icon name={showAs(file) === 'video' ? 'picture' : 'document'} />{' '}
          <bdi>{m.ideas_document_size({ name: file.name, size: sizeWords(file.bytes) })}</bdi>
        </p>
      )}
      {showAs(file) !== 'document' && (
        <Field
          name={`alt-${file.fileId}`}
          label={m.ideas_field_alt_of({ name: file.name })}
          value={file.alt}
          autocomplete="off"
        />
      )}
      <SubmitButton
        kind="quiet"
        size="small"
        icon="delete"
        about={file.name}
        form={removalForm(file.fileId)}
      >
        {m.ideas_file_remove()}
      </SubmitButton>
    </Stack>
  );
}
