-- Products as revisions: a row stands while since_run <= current_run < until_run.

CREATE TABLE IF NOT EXISTS catalogue (
    website_id INTEGER NOT NULL,
    current_run BIGINT NOT NULL,
    holder VARCHAR(40),
    held_until_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id)
);

CREATE TABLE IF NOT EXISTS product (
    website_id INTEGER NOT NULL,
    product_number VARCHAR(600) NOT NULL,
    since_run BIGINT NOT NULL,
    until_run BIGINT NOT NULL,
    source VARCHAR(100) NOT NULL,
    content_hash BYTEA NOT NULL,
    attributes VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (website_id, product_number, since_run)
);
CREATE INDEX IF NOT EXISTS product_by_since ON product (website_id, since_run, product_number);
CREATE INDEX IF NOT EXISTS product_by_until ON product (website_id, until_run, product_number);

CREATE TABLE IF NOT EXISTS photo (
    website_id INTEGER NOT NULL,
    url_hash BYTEA NOT NULL,
    url VARCHAR(10000) NOT NULL,
    state SMALLINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    failure VARCHAR(1000) NOT NULL,
    changed BIGINT NOT NULL,
    PRIMARY KEY (website_id, url_hash)
);
CREATE INDEX IF NOT EXISTS photo_by_state ON photo (website_id, state, url_hash);
CREATE INDEX IF NOT EXISTS photo_by_changed ON photo (website_id, changed, url_hash);

CREATE TABLE IF NOT EXISTS product_feed (
    website_id INTEGER NOT NULL,
    id VARCHAR(40) NOT NULL,
    name VARCHAR(1000) NOT NULL,
    url VARCHAR(10000),
    format VARCHAR(100),
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, id)
);

CREATE TABLE IF NOT EXISTS product_feed_run (
    website_id INTEGER NOT NULL,
    feed_id VARCHAR(40) NOT NULL,
    run INTEGER NOT NULL,
    report VARCHAR(1000000) NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, feed_id, run)
);
