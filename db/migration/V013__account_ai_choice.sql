-- whether a person wants no model to be asked about their words
alter table account add column ai_refused boolean not null default false;

-- a person's own endpoint of a model; its key is sealed with one that the database does not hold
create table ai_endpoint (
    account_id bigint primary key references account on delete cascade,
    url text not null,
    model text not null,
    fast_model text,
    sealed_key bytea,
    key_end text not null,
    kept_at timestamptz not null
);

-- what a person pays for themselves counts against nobody's budget
alter table ai_usage add column own boolean not null default false;
alter table ai_usage drop constraint ai_usage_pkey, add primary key (account_id, day, own);

-- that a person was told of a budget, once for each period and share
create table ai_notice (
    account_id bigint not null references account on delete cascade,
    period text not null check (period in ('DAY', 'MONTH')),
    since date not null,
    used_up boolean not null,
    primary key (account_id, period, since, used_up)
);
