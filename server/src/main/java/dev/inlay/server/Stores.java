package dev.inlay.server;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.db.website.WebsiteStore;

/** All that a node remembers, over its one database. */
final class Stores implements AutoCloseable {
    final Database database;
    final PersonalData personalData;
    final WebsiteStore websites;
    final IdentityStore identities;
    final ActivityStore activities;
    final CatalogueStore catalogues;
    final FeedStore feeds;
    final CampaignStore campaigns;
    final AssignmentStore assignments;
    final LockHistory locks;
    final StatisticsStore statistics;
    final CountedOrders orders;
    final OrderStore orderStore;
    final AttributionStore attributions;

    Stores(Database database, Secret secret) {
        this.database = database;
        personalData = new PersonalData(secret);
        websites = new WebsiteStore(database, secret);
        identities = new IdentityStore(database);
        activities = new ActivityStore(database, identities);
        catalogues = new CatalogueStore(database);
        feeds = new FeedStore(database, secret);
        campaigns = new CampaignStore(database);
        assignments = new AssignmentStore(database);
        locks = new LockHistory(database);
        statistics = new StatisticsStore(database);
        orders = new CountedOrders(database);
        orderStore = new OrderStore(database, identities);
        attributions = new AttributionStore(database);
    }

    /** What the database is, for the operator. */
    String kind() {
        return database.isShared() ? "PostgreSQL" : "embedded (H2)";
    }

    @Override
    public void close() {
        feeds.close();
        campaigns.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
