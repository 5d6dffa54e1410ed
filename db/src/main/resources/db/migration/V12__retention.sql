-- What is kept for a time only is found by its age. at_ms is milliseconds since 1970.

CREATE INDEX IF NOT EXISTS assignment_by_age ON assignment (website_id, at_ms);
CREATE INDEX IF NOT EXISTS click_by_age ON click (website_id, at_ms, campaign_id, id);
CREATE INDEX IF NOT EXISTS picture_count_by_day ON picture_count (website_id, on_day, campaign_id);
CREATE INDEX IF NOT EXISTS picture_finding_by_day ON picture_finding (website_id, on_day, campaign_id);
CREATE INDEX IF NOT EXISTS conversion_by_age ON conversion (website_id, seen, order_number);

-- A person's attributed orders are found until a time, too: with its own column for it, their index stays the better one
-- for them than that by age.
CREATE INDEX IF NOT EXISTS attributed_order_by_age ON attributed_order (website_id, at_ms, order_number);
CREATE INDEX IF NOT EXISTS attributed_order_by_recipient_age ON attributed_order (website_id, recipient, at_ms);
DROP INDEX IF EXISTS attributed_order_by_recipient;
