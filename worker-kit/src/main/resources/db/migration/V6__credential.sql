-- What opens the accounts. The secrets are sealed: what is in clear here opens nothing.
create table credential (
    account_id       uuid primary key,
    sealed           bytea       not null,
    -- The key-encryption key that sealed them.
    key_id           text        not null,
    -- Raised by each change of the secrets: a write that is based on older ones changes nothing.
    generation       bigint      not null default 1,
    -- Of the access token; null where nobody knows.
    expires_at       timestamptz,
    -- Since when the account cannot be opened without its owner.
    unusable_since   timestamptz,
    -- The lease of whoever fetches new tokens: one at a time.
    refreshing_by    uuid,
    refreshing_until timestamptz
);
