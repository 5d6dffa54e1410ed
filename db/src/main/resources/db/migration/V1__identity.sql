-- The installation, its websites, and who is who. Every key starts with the website.

CREATE TABLE IF NOT EXISTS installation (
    name VARCHAR(40) NOT NULL,
    setting VARCHAR(1000) NOT NULL,
    PRIMARY KEY (name)
);

-- Counters that tell nodes which rows they keep in memory have changed.
CREATE TABLE IF NOT EXISTS revision (
    website_id INTEGER NOT NULL,
    topic VARCHAR(40) NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (website_id, topic)
);

CREATE TABLE IF NOT EXISTS website (
    id INTEGER NOT NULL,
    uuid VARCHAR(36) NOT NULL,
    name VARCHAR(1000) NOT NULL,
    url VARCHAR(2100) NOT NULL,
    currency VARCHAR(3) NOT NULL,
    locale VARCHAR(100) NOT NULL,
    hosts VARCHAR(100000) NOT NULL,
    settings VARCHAR(100000) NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS api_key (
    website_id INTEGER NOT NULL,
    id VARCHAR(40) NOT NULL,
    key_hash BYTEA NOT NULL,
    scope VARCHAR(20) NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, id)
);

-- Keyed hashes of the three digests of one address; rows elsewhere name it by by_sha256.
CREATE TABLE IF NOT EXISTS email (
    website_id INTEGER NOT NULL,
    by_sha256 BYTEA NOT NULL,
    by_sha1 BYTEA NOT NULL,
    by_md5 BYTEA NOT NULL,
    PRIMARY KEY (website_id, by_sha256)
);
CREATE INDEX IF NOT EXISTS email_by_sha1 ON email (website_id, by_sha1);
CREATE INDEX IF NOT EXISTS email_by_md5 ON email (website_id, by_md5);

-- Tracking users that were ever associated, with the customer and email they have now; seen is their latest
-- association.
CREATE TABLE IF NOT EXISTS tracking_user (
    website_id INTEGER NOT NULL,
    id VARCHAR(24) NOT NULL,
    customer VARCHAR(600),
    email BYTEA,
    seen BIGINT NOT NULL,
    PRIMARY KEY (website_id, id)
);
CREATE INDEX IF NOT EXISTS tracking_user_by_customer ON tracking_user (website_id, customer, seen);
CREATE INDEX IF NOT EXISTS tracking_user_by_email ON tracking_user (website_id, email, seen);
CREATE INDEX IF NOT EXISTS tracking_user_by_seen ON tracking_user (website_id, seen);

-- Every change of a tracking user's customer or email, in order; never updated.
CREATE TABLE IF NOT EXISTS association (
    website_id INTEGER NOT NULL,
    tracking_user_id VARCHAR(24) NOT NULL,
    seen BIGINT NOT NULL,
    id BIGINT NOT NULL,
    customer VARCHAR(600),
    email BYTEA,
    source VARCHAR(20) NOT NULL,
    trusted BOOLEAN NOT NULL,
    PRIMARY KEY (website_id, tracking_user_id, seen, id)
);
