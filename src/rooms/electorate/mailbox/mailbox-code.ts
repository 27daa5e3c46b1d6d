/** A code by mail: six digits that prove, for one poll, that somebody reads a mailbox (W10). */

/** `code-refused` is said of a wrong, ended, used, unknown and spent code alike. */
export type MailboxCodeRefusal = 'code-missing' | 'code-unreadable' | 'code-refused';
