-- How far the model has gone through the tasks of a message, and whether it was told to stop.
create table enrichment_run (
    account_id    bigint      not null references account (id) on delete cascade,
    change_set_id uuid        not null,
    tasks         bigint[]    not null,
    done          integer     not null default 0,
    state         text        not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
    created_at    timestamptz not null,
    primary key (account_id, change_set_id)
);
