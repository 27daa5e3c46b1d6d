-- Work that a browser did instead of a puzzle, spent by the one form that it was done for; forgotten once it is too old.
create table work_spent (
  nonce uuid not null,
  spent_at timestamptz not null default palabre_now(),
  constraint work_spent_once primary key (nonce)
);
create index work_spent_old on work_spent (spent_at);
