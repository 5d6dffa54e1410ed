package dev.inlay.db.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.Database;
import dev.inlay.db.RowsInMemory;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.campaign.CampaignRows.CampaignRow;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Campaigns, kept in memory: own changes show at once, those of other nodes within a second; answers also while the
 * store is away. The contents of templates in use are kept here too, by hash, since locks pin them.
 */
public final class CampaignStore implements AutoCloseable {
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_LENGTH = 16;
    private static final int TEMPLATES_IN_MEMORY = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final RowsInMemory rows;
    private final Map<Integer, List<Campaign>> byWebsite = new ConcurrentHashMap<>();
    private final Cache<TemplateKey, String> templates =
            Caffeine.newBuilder().maximumSize(TEMPLATES_IN_MEMORY).build();
    private volatile Map<String, Campaign> byId = Map.of();

    /** What names a kept template. */
    private record TemplateKey(int websiteId, String version) { }

    public CampaignStore(Database database) {
        this.database = database;
        database.prepare(List.of(CampaignDao.class));
        rows = new RowsInMemory(database, "campaign", this::read);
    }

    public Campaign create(int websiteId, CampaignType type, Duration period, int slots, JsonNode settings) {
        Campaign campaign = new Campaign(newId(), websiteId, type, period, slots, 0, settings);
        return change(websiteId, campaign.id(), (dao, writing) -> {
            dao.insert(CampaignRow.of(campaign), writing.now());
            return campaign;
        });
    }

    /**
     * Replaces what the campaign holds, but for its clear count, by what {@code change} makes of it, or returns empty
     * if there is none. Changes that come at once see each other. {@code change} runs on the writer's thread, perhaps
     * more than once; where it throws, nothing is stored and the caller gets what was thrown.
     */
    public Optional<Campaign> update(int websiteId, String campaignId, UnaryOperator<Campaign> change) {
        return change(websiteId, campaignId, (dao, writing) -> {
            dao.find(websiteId, campaignId).map(CampaignRow::campaign).map(change).ifPresent(changed -> {
                if (changed.websiteId() != websiteId || !changed.id().equals(campaignId)) {
                    throw new IllegalArgumentException("campaign must stay '" + campaignId + "' - was '"
                            + changed.id() + "'");
                }
                dao.update(CampaignRow.of(changed));
            });
            return dao.find(websiteId, campaignId);
        }).map(CampaignRow::campaign);
    }

    /** Begins a new edition of everything: returns the campaign with its new clear count, or empty if there is none. */
    public Optional<Campaign> clear(int websiteId, String campaignId) {
        return change(websiteId, campaignId, (dao, writing) -> {
            dao.clear(websiteId, campaignId);
            return dao.find(websiteId, campaignId);
        }).map(CampaignRow::campaign);
    }

    /** Whether there was such a campaign. */
    public boolean delete(int websiteId, String campaignId) {
        return change(websiteId, campaignId, (dao, writing) -> dao.delete(websiteId, campaignId)) > 0;
    }

    /** By id alone, since tile URLs name no website. */
    public Optional<Campaign> find(String campaignId) {
        return Optional.ofNullable(byId.get(campaignId));
    }

    /** Those of a website, oldest first. */
    public List<Campaign> list(int websiteId) {
        return byWebsite.getOrDefault(websiteId, List.of());
    }

    /** Keeps {@code content} of a template under its SHA-256 (hex) {@code version}; does nothing if it is kept. */
    public void keepTemplate(int websiteId, String version, String content) {
        TemplateKey key = new TemplateKey(websiteId, version);
        if (templates.getIfPresent(key) == null) {
            database.writes().write(new Entry<>(Lane.LOCK, "template_version", version, writing -> {
                dao(writing).insertTemplate(websiteId, version, content);
                return null;
            }));
            templates.put(key, content);
        }
    }

    public Optional<String> findTemplate(int websiteId, String version) {
        return Optional.ofNullable(templates.get(new TemplateKey(websiteId, version), key ->
                database.read(handle -> handle.attach(CampaignDao.class).findTemplate(websiteId, version))
                        .orElse(null)));
    }

    @Override
    public void close() {
        rows.close();
    }

    private <T> T change(int websiteId, String campaignId, BiFunction<CampaignDao, Writing, T> work) {
        return rows.change("campaign", campaignId, websiteId, writing -> work.apply(dao(writing), writing));
    }

    private void read(Handle handle, Set<Integer> websiteIds) {
        CampaignDao dao = handle.attach(CampaignDao.class);
        websiteIds.forEach(websiteId ->
                byWebsite.put(websiteId, dao.findAll(websiteId).stream().map(CampaignRow::campaign).toList()));
        byId = byWebsite.values().stream().flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Campaign::id, Function.identity()));
    }

    private static CampaignDao dao(Writing writing) {
        return writing.handle().attach(CampaignDao.class);
    }

    private static String newId() {
        return RANDOM.ints(ID_LENGTH, 0, ID_LETTERS.length()).mapToObj(ID_LETTERS::charAt).map(String::valueOf)
                .collect(Collectors.joining());
    }
}
