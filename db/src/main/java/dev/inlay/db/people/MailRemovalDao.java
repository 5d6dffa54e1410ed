package dev.inlay.db.people;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows that {@link MailRemoval} takes away or makes nobody's. */
interface MailRemovalDao {
    /** An order that is put down to a mail. */
    record AttributedRow(String orderNumber, byte[] recipient) { }

    @SqlQuery("""
            SELECT at_ms FROM assignment
            WHERE website_id = :websiteId AND recipient = :recipient
            ORDER BY website_id, recipient, at_ms
            LIMIT :limit
            """)
    List<Long> firstLocks(int websiteId, byte[] recipient, int limit);

    @SqlUpdate("DELETE FROM assignment WHERE website_id = :websiteId AND recipient = :recipient AND at_ms <= :until")
    int deleteLocks(int websiteId, byte[] recipient, long until);

    @SqlQuery("""
            SELECT at_ms FROM click
            WHERE website_id = :websiteId AND recipient = :recipient AND at_ms <= :until
            ORDER BY website_id, recipient, at_ms
            LIMIT :limit
            """)
    List<Long> firstClicks(int websiteId, byte[] recipient, long until, int limit);

    @SqlUpdate("""
            UPDATE click SET recipient = :standIn
            WHERE website_id = :websiteId AND recipient = :recipient AND at_ms <= :until
            """)
    void renameClicks(int websiteId, byte[] recipient, byte[] standIn, long until);

    @RegisterConstructorMapper(AttributedRow.class)
    @SqlQuery("""
            SELECT order_number, recipient FROM attributed_order
            WHERE website_id = :websiteId AND recipient = :recipient AND at_ms <= :until
            ORDER BY website_id, recipient
            LIMIT :limit
            """)
    List<AttributedRow> firstOrders(int websiteId, byte[] recipient, long until, int limit);

    @RegisterConstructorMapper(AttributedRow.class)
    @SqlQuery("""
            SELECT order_number, recipient FROM attributed_order
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    List<AttributedRow> findOrder(int websiteId, String orderNumber);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM conversion WHERE website_id = :websiteId AND order_number = :orderNumber)
            """)
    boolean isReported(int websiteId, String orderNumber);

    @SqlUpdate("""
            UPDATE attributed_order SET order_number = :other, recipient = :standIn
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    void renameOrder(int websiteId, String orderNumber, String other, byte[] standIn);

    @SqlUpdate("""
            UPDATE attributed_product SET order_number = :other
            WHERE website_id = :websiteId AND order_number = :orderNumber
            """)
    void renameProducts(int websiteId, String orderNumber, String other);

    @SqlUpdate("DELETE FROM attributed_order WHERE website_id = :websiteId AND order_number = :orderNumber")
    void deleteOrder(int websiteId, String orderNumber);

    @SqlUpdate("DELETE FROM attributed_product WHERE website_id = :websiteId AND order_number = :orderNumber")
    void deleteProducts(int websiteId, String orderNumber);
}
