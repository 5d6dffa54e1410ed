-- What is kept for a time only is found by its age. at_ms is milliseconds since 1970.

CREATE INDEX IF NOT EXISTS assignment_by_age ON assignment (website_id, at_ms);
CREATE INDEX IF NOT EXISTS click_by_age ON click (website_id, at_ms, campaign_id, id);
CREATE INDEX IF NOT EXISTS picture_count_by_day ON picture_count (website_id, on_day, campaign_id);
CREATE INDEX IF NOT EXISTS picture_finding_by_day ON picture_finding (website_id, on_day, campaign_id);
CREATE INDEX IF NOT EXISTS conversion_by_age ON conversion (website_id, seen, order_number);
