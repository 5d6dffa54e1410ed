package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.http.RawQuery;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token of ours and a forged one make the same work, so that no clock tells them apart. */
class TokenWorkTest {
    /** What is asked in the background, once a second. */
    private static final String OF_FOLLOWERS = "FROM revision";
    private static final List<String> STATEMENTS = Collections.synchronizedList(new ArrayList<>());

    private static TestShop shop;
    private static Campaign campaign;
    private static Letters letters;
    private static CampaignPicks picks;

    @BeforeAll
    static void open(@TempDir Path folder) {
        shop = new TestShop(DatabaseSettings.embedded(folder), source -> proxy(DataSource.class, source));
        shop.products(3);
        campaign = shop.campaign("'slots':1,'identity':'token'");
        shop.view(shop.shopper("anna@example.com"), "p3");
        letters = new Letters(new RecipientParser(shop.personalData, shop.tokens), shop.personalData, shop.now::get);
        picks = new CampaignPicks(shop.identities, shop.consents, shop.activities, shop.catalogues, shop.indexes, null,
                shop.now::get);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void forgedTokenAsksWhatOneOfSomebodyUnknownAsks() {
        String ofUnknown = shop.token(campaign, "nobody-knows@example.com");

        assertThat(statements("token=" + ofUnknown)).hasSizeGreaterThan(5)
                .isEqualTo(statements("token=" + ofUnknown.substring(1)))
                .isEqualTo(statements("token=forged"))
                .isEqualTo(statements("userEmail=anna@example.com"));
    }

    @Test
    void forgedTokenReadsTheActivityThatOneOfSomebodyKnownReads() {
        List<String> known = statements("token=" + shop.token(campaign, "anna@example.com"));

        assertThat(statements("token=forged")).containsAll(known);
    }

    /** What the store is asked to find out whom {@code query} means and what they did. */
    private static List<String> statements(String query) {
        Mailing mailing = new Mailing(shop.website, campaign, CampaignSettings.from(campaign.settings()),
                shop.templates.find("product-tile").orElseThrow());
        STATEMENTS.clear();
        Letter letter = letters.sent(mailing, RawQuery.parse(query));
        shop.assignments.find(letter.edition(), letter.lockKey());
        picks.history(shop.website.id(), picks.identify(shop.website, letter.recipient().named()));
        return List.copyOf(STATEMENTS);
    }

    private static <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> {
            if (method.getName().equals("prepareStatement") && !((String) arguments[0]).contains(OF_FOLLOWERS)) {
                STATEMENTS.add((String) arguments[0]);
            }
            try {
                Object result = method.invoke(target, arguments);
                return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
