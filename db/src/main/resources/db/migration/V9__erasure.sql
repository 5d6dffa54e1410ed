-- People who were erased, and erasures that are not done.

-- Keyed hashes of customer ids and addresses that were erased, to skip orders of before when a feed brings them again.
CREATE TABLE IF NOT EXISTS forgotten (
    website_id INTEGER NOT NULL,
    name BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, name)
);

-- Erasures in hand; work tells, sealed, whom they are about.
CREATE TABLE IF NOT EXISTS erasure (
    website_id INTEGER NOT NULL,
    id BIGINT NOT NULL,
    state VARCHAR(20) NOT NULL,
    at_ms BIGINT NOT NULL,
    work BYTEA NOT NULL,
    PRIMARY KEY (website_id, id)
);

-- Who once belonged to a customer or an address and does no more.
CREATE INDEX IF NOT EXISTS association_by_customer ON association (website_id, customer);
CREATE INDEX IF NOT EXISTS association_by_email ON association (website_id, email);
