-- What became of the mails. Days are UTC, as days since 1970.

-- Picture loads; product_number is '' where no product was shown.
CREATE TABLE IF NOT EXISTS picture_count (
    website_id INTEGER NOT NULL,
    campaign_id VARCHAR(16) NOT NULL,
    on_day INTEGER NOT NULL,
    slot SMALLINT NOT NULL,
    product_number VARCHAR(600) NOT NULL,
    request_class VARCHAR(20) NOT NULL,
    loads BIGINT NOT NULL,
    PRIMARY KEY (website_id, campaign_id, on_day, slot, product_number, request_class)
);

-- Of the same loads those for nobody known (kind AUDIENCE) and without product (kind NEUTRAL), by what was found.
CREATE TABLE IF NOT EXISTS picture_finding (
    website_id INTEGER NOT NULL,
    campaign_id VARCHAR(16) NOT NULL,
    on_day INTEGER NOT NULL,
    slot SMALLINT NOT NULL,
    request_class VARCHAR(20) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    finding VARCHAR(40) NOT NULL,
    loads BIGINT NOT NULL,
    PRIMARY KEY (website_id, campaign_id, on_day, slot, request_class, kind, finding)
);

-- Clicks; product_number is null where the click led to no product. The recipient is a keyed hash, as in assignment.
CREATE TABLE IF NOT EXISTS click (
    website_id INTEGER NOT NULL,
    campaign_id VARCHAR(16) NOT NULL,
    at_ms BIGINT NOT NULL,
    id BIGINT NOT NULL,
    edition VARCHAR(16) NOT NULL,
    recipient BYTEA NOT NULL,
    slot SMALLINT NOT NULL,
    product_number VARCHAR(600),
    request_class VARCHAR(20) NOT NULL,
    audience VARCHAR(20) NOT NULL,
    PRIMARY KEY (website_id, campaign_id, at_ms, id)
);
CREATE INDEX IF NOT EXISTS click_by_recipient ON click (website_id, recipient, at_ms, id);

-- How far each writer of the tables above has come, so that a batch whose commit was not heard of counts once.
CREATE TABLE IF NOT EXISTS statistics_writer (
    website_id INTEGER NOT NULL,
    writer VARCHAR(32) NOT NULL,
    last_batch BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, writer)
);

-- Orders of somebody who had clicked (reason CLICK) or had only been shown what they bought (reason SHOWN).
CREATE TABLE IF NOT EXISTS attributed_order (
    website_id INTEGER NOT NULL,
    order_number VARCHAR(600) NOT NULL,
    campaign_id VARCHAR(16) NOT NULL,
    recipient BYTEA NOT NULL,
    reason VARCHAR(20) NOT NULL,
    revenue NUMERIC(19, 4) NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, order_number)
);
CREATE INDEX IF NOT EXISTS attributed_order_by_campaign ON attributed_order (website_id, campaign_id, at_ms);
CREATE INDEX IF NOT EXISTS attributed_order_by_recipient ON attributed_order (website_id, recipient);

-- What each product brought in an attributed order.
CREATE TABLE IF NOT EXISTS attributed_product (
    website_id INTEGER NOT NULL,
    order_number VARCHAR(600) NOT NULL,
    product_number VARCHAR(600) NOT NULL,
    revenue NUMERIC(19, 4) NOT NULL,
    PRIMARY KEY (website_id, order_number, product_number)
);

-- Until which order of arrival all orders were put down to campaigns.
CREATE TABLE IF NOT EXISTS attribution_progress (
    website_id INTEGER NOT NULL,
    until_seen BIGINT NOT NULL,
    PRIMARY KEY (website_id)
);

-- Attribution follows orders as they arrive, and asks what their people were shown.
CREATE INDEX IF NOT EXISTS conversion_by_seen ON conversion (website_id, seen, order_number);
CREATE INDEX IF NOT EXISTS assignment_by_recipient ON assignment (website_id, recipient, at_ms);
