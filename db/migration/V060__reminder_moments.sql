-- When to speak of which task. A row that was given stays, so that the same moment is not promised again.
create table reminder (
    account_id bigint      not null,
    task_id    bigint      not null,
    at         timestamptz not null,
    given_at   timestamptz,
    primary key (account_id, task_id, at),
    foreign key (account_id, task_id) references task on delete cascade
);

create index reminder_due on reminder (account_id, at) where given_at is null;
-- the sweep over all accounts
create index reminder_waiting on reminder (at) where given_at is null;

-- One row: when anyone of the instances was last awake, and the last time that none was.
create table reminder_pulse (
    one        boolean primary key default true check (one),
    awake_at   timestamptz not null,
    down_since timestamptz,
    down_until timestamptz
);
