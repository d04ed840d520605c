-- what a person's questions to models have cost, by the day in UTC
create table ai_usage (
    account_id bigint not null references account on delete cascade,
    day date not null,
    calls int not null default 0,
    tokens_in bigint not null default 0,
    tokens_out bigint not null default 0,
    primary key (account_id, day)
);

-- tokens set aside for calls under way; one whose call never ended, as in a crash, runs out
create table ai_reservation (
    account_id bigint not null references account on delete cascade,
    id uuid not null,
    tokens bigint not null,
    expires_at timestamptz not null,
    primary key (account_id, id)
);
