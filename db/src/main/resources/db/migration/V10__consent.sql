-- Who agreed to personal pictures or refused them: a log that is only added to. An owner is a tracking user (t), a
-- customer (c) or an email (e, by whichever digest it was named), or a keyed hash of one that was erased (p).

CREATE TABLE IF NOT EXISTS consent (
    website_id INTEGER NOT NULL,
    owner_kind VARCHAR(1) NOT NULL,
    owner_id VARCHAR(600) NOT NULL,
    at_ms BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    id BIGINT NOT NULL,
    state VARCHAR(20) NOT NULL,
    source VARCHAR(20) NOT NULL,
    note VARCHAR(600) NOT NULL,
    PRIMARY KEY (website_id, owner_kind, owner_id, at_ms, seen, id)
);
