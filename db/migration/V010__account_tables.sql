-- people: the account is the first part of every key of a person's data, and takes all of it along when it goes
create table account (
    id bigint generated always as identity primary key,
    name text not null,
    role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER', 'GUEST', 'PENDING', 'BLOCKED')),
    language text not null check (language in ('EN', 'RU')),
    zone text,
    morning time not null,
    noon time not null,
    lunch time not null,
    afternoon time not null,
    end_of_day time not null,
    evening time not null,
    tonight time not null,
    night time not null,
    quiet_from time not null,
    quiet_until time not null,
    created_at timestamptz not null,
    declined_at timestamptz,
    refusal_told boolean not null default false
);
create unique index account_one_owner on account (role) where role = 'OWNER';

create table identity (
    account_id bigint not null references account on delete cascade,
    provider text not null,
    subject text not null,
    created_at timestamptz not null,
    primary key (account_id, provider, subject),
    unique (provider, subject)
);

-- only hashes: who reads the database cannot sign in with what it holds
create table one_time_code (
    hash bytea primary key,
    kind text not null check (kind in ('OWNER', 'LINK', 'SIGN_IN')),
    account_id bigint references account on delete cascade,
    expires_at timestamptz not null,
    check ((kind = 'OWNER') = (account_id is null))
);

create table access_token (
    account_id bigint not null references account on delete cascade,
    id bigint generated always as identity,
    hash bytea not null unique,
    name text not null,
    bootstrap boolean not null default false,
    created_at timestamptz not null,
    last_used_at timestamptz,
    primary key (account_id, id)
);
create unique index access_token_one_bootstrap on access_token (bootstrap) where bootstrap;

-- a family of refresh tokens: one is current, the used ones are kept to notice that one comes back
create table session (
    account_id bigint not null references account on delete cascade,
    id uuid not null unique,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (account_id, id)
);
create table refresh_token (
    account_id bigint not null,
    session_id uuid not null,
    hash bytea not null unique,
    used boolean not null default false,
    primary key (account_id, session_id, hash),
    foreign key (account_id, session_id) references session on delete cascade on update cascade
);

create table audit (
    account_id bigint not null references account on delete cascade,
    id bigint generated always as identity,
    at timestamptz not null,
    what text not null,
    detail text not null,
    primary key (account_id, id)
);
