-- Feeds bring products (p) or orders (o); both stand in product_feed, whose name is older than the second kind.

ALTER TABLE product_feed ADD COLUMN IF NOT EXISTS kind VARCHAR(1) DEFAULT 'p' NOT NULL;
