-- Photos that stand are asked for again: when that was done last (milliseconds since 1970), and how the server names the
-- version that our copy was made of. 0: our copy is older than these columns.

ALTER TABLE photo ADD COLUMN IF NOT EXISTS etag VARCHAR(1000);
ALTER TABLE photo ADD COLUMN IF NOT EXISTS last_modified VARCHAR(1000);
ALTER TABLE photo ADD COLUMN IF NOT EXISTS checked_ms BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX IF NOT EXISTS photo_by_check ON photo (website_id, state, checked_ms, url_hash);
