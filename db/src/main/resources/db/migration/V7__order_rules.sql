-- Orders come from feeds, too, often long after they were placed.

-- seen and at_ms tell when an order was placed, arrived when this report of it came or changed last, see SeenClock.
ALTER TABLE conversion ADD COLUMN IF NOT EXISTS arrived BIGINT DEFAULT 0 NOT NULL;
UPDATE conversion SET arrived = seen WHERE arrived = 0;

-- What the order feed's row told, as a hash: on the row's own report, and on the reports of tracking users that are
-- known to be of the same order. A row that names neither customer nor email belongs to nobody (owner kind n).
ALTER TABLE conversion ADD COLUMN IF NOT EXISTS feed_hash VARCHAR(32);

CREATE INDEX IF NOT EXISTS conversion_by_arrival ON conversion (website_id, arrived, order_number);
CREATE INDEX IF NOT EXISTS conversion_by_order_arrival ON conversion (website_id, order_number, arrived);
DROP INDEX IF EXISTS conversion_by_order;
DROP INDEX IF EXISTS conversion_by_seen;

CREATE INDEX IF NOT EXISTS purchase_by_report ON purchase (website_id, order_number, owner_kind, owner_id);
