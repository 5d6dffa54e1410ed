-- When a product feed runs by itself, what it was last, and which run has it in hand. Times are milliseconds since 1970;
-- a feed that runs by hand only has the greatest number as its next run. The login is sealed.

ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS interval_seconds BIGINT;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS login BYTEA;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS next_run_ms BIGINT DEFAULT 9223372036854775807 NOT NULL;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS attempted_ms BIGINT;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS checked_ms BIGINT;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS failures INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS good_run INTEGER;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS good_products INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS etag VARCHAR(1000);
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS last_modified VARCHAR(1000);
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS holder VARCHAR(40);
ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS held_until_ms BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX IF NOT EXISTS product_feed_by_next_run ON product_feed (website_id, next_run_ms, id);
