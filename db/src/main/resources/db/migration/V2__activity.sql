-- What shoppers did. An owner is a tracking user (t), a customer (c) or an email (e).

-- Page views and products put into carts; a view without product tells only that its owner was seen.
CREATE TABLE IF NOT EXISTS event (
    website_id INTEGER NOT NULL,
    owner_kind VARCHAR(1) NOT NULL,
    owner_id VARCHAR(600) NOT NULL,
    seen BIGINT NOT NULL,
    id BIGINT NOT NULL,
    type SMALLINT NOT NULL,
    product_number VARCHAR(600),
    url VARCHAR(2100),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, owner_kind, owner_id, seen, id)
);
CREATE INDEX IF NOT EXISTS event_by_seen ON event (website_id, seen, id);

-- The last cart of an owner.
CREATE TABLE IF NOT EXISTS cart (
    website_id INTEGER NOT NULL,
    owner_kind VARCHAR(1) NOT NULL,
    owner_id VARCHAR(600) NOT NULL,
    products VARCHAR(1000000) NOT NULL,
    seen BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, owner_kind, owner_id)
);
CREATE INDEX IF NOT EXISTS cart_by_seen ON cart (website_id, seen);

-- An order as one owner reported it; email names who it was mailed to where the owner is a customer.
CREATE TABLE IF NOT EXISTS conversion (
    website_id INTEGER NOT NULL,
    owner_kind VARCHAR(1) NOT NULL,
    owner_id VARCHAR(600) NOT NULL,
    order_number VARCHAR(600) NOT NULL,
    total NUMERIC(19, 4),
    email BYTEA,
    seen BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, owner_kind, owner_id, order_number)
);
CREATE INDEX IF NOT EXISTS conversion_by_order ON conversion (website_id, order_number);
CREATE INDEX IF NOT EXISTS conversion_by_email ON conversion (website_id, email, seen);

-- The one report of an order that counts.
CREATE TABLE IF NOT EXISTS counted_order (
    website_id INTEGER NOT NULL,
    order_number VARCHAR(600) NOT NULL,
    owner_kind VARCHAR(1) NOT NULL,
    owner_id VARCHAR(600) NOT NULL,
    PRIMARY KEY (website_id, order_number)
);

-- The lines of orders.
CREATE TABLE IF NOT EXISTS purchase (
    website_id INTEGER NOT NULL,
    owner_kind VARCHAR(1) NOT NULL,
    owner_id VARCHAR(600) NOT NULL,
    seen BIGINT NOT NULL,
    id BIGINT NOT NULL,
    order_number VARCHAR(600) NOT NULL,
    product_number VARCHAR(600),
    url VARCHAR(2100),
    quantity NUMERIC(19, 4),
    line_total NUMERIC(19, 4),
    counted BOOLEAN NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (website_id, owner_kind, owner_id, seen, id)
);
CREATE INDEX IF NOT EXISTS purchase_by_seen ON purchase (website_id, seen, id);
