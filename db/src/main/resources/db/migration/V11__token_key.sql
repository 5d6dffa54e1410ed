-- Numbers of the keys that recipient tokens of a website are made with; a website without a row has key 1. The keys
-- themselves are not stored: they come of the installation's secret.

CREATE TABLE IF NOT EXISTS token_key (
    website_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, number)
);
