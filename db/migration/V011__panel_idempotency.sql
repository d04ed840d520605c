-- what creating requests answered, so that one sent twice is done once; kept for a day
create table idempotency (
    account_id bigint not null references account on delete cascade,
    key text not null,
    route text not null,
    request bytea not null, -- SHA-256 of the body
    at timestamptz not null,
    answer text,
    primary key (account_id, key, route)
);
-- tickets that open one WebSocket; only hashes
create table ws_ticket (
    account_id bigint not null references account on delete cascade,
    hash bytea not null unique,
    session_id uuid,
    expires_at timestamptz not null,
    primary key (account_id, hash)
);
