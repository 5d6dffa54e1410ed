-- Campaigns, and which products an edition shows to a recipient.

CREATE TABLE IF NOT EXISTS campaign (
    website_id INTEGER NOT NULL,
    id VARCHAR(16) NOT NULL,
    type VARCHAR(20) NOT NULL,
    period VARCHAR(40) NOT NULL,
    slots INTEGER NOT NULL,
    clear_count INTEGER NOT NULL,
    settings VARCHAR(1000000) NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, id)
);

-- Contents of templates by their SHA-256 (hex).
CREATE TABLE IF NOT EXISTS template_version (
    website_id INTEGER NOT NULL,
    version VARCHAR(64) NOT NULL,
    content VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (website_id, version)
);

-- The picks of all slots, stored once by the SHA-256 of their content.
CREATE TABLE IF NOT EXISTS pick_set (
    website_id INTEGER NOT NULL,
    id BYTEA NOT NULL,
    content VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (website_id, id)
);

-- The locks. Recipient and send key are keyed hashes; clear count and bucket tell editions apart.
CREATE TABLE IF NOT EXISTS assignment (
    website_id INTEGER NOT NULL,
    campaign_id VARCHAR(16) NOT NULL,
    recipient BYTEA NOT NULL,
    send_key BYTEA NOT NULL,
    clear_count INTEGER NOT NULL,
    bucket BIGINT NOT NULL,
    pick_set BYTEA NOT NULL,
    template_version VARCHAR(64) NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, campaign_id, recipient, send_key, clear_count, bucket)
);
