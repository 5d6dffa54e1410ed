-- Price and stock as they were: a row tells what was offered until at_ms (milliseconds since 1970), when run replaced it.
-- What is offered since, the next row of the product tells or, after the last one, the product.

CREATE TABLE IF NOT EXISTS product_change (
    website_id INTEGER NOT NULL,
    product_number VARCHAR(600) NOT NULL,
    run BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    price NUMERIC(19, 4),
    old_price NUMERIC(19, 4),
    sale_start_ms BIGINT,
    sale_end_ms BIGINT,
    in_stock BOOLEAN NOT NULL,
    PRIMARY KEY (website_id, product_number, run)
);
CREATE INDEX IF NOT EXISTS product_change_by_age ON product_change (website_id, at_ms);
