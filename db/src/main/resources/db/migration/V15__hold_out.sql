-- Which arm of a hold-out a lock belongs to, and with it the clicks and orders that follow from it. NONE, as all rows of
-- before: it takes part in no comparison. Picture loads by arm stand in picture_finding (kind ARM).
ALTER TABLE assignment ADD COLUMN IF NOT EXISTS arm VARCHAR(20) DEFAULT 'NONE' NOT NULL;
ALTER TABLE click ADD COLUMN IF NOT EXISTS arm VARCHAR(20) DEFAULT 'NONE' NOT NULL;
ALTER TABLE attributed_order ADD COLUMN IF NOT EXISTS arm VARCHAR(20) DEFAULT 'NONE' NOT NULL;
